@Named("portalBranches") public class BranchesPage {}
