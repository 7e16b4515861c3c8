@Named("portalCostCentres") public class CostCentresPage {}
