package nl.topfruit.shop.web.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.transform.TransformerFactory;

/**
 * Rules over the compiled pages and endpoints. A rule is given the root package so that it can be
 * held against its fixture as well as against the house.
 */
enum WebRule {

  /**
   * HOUSE 3.2: rows are fetched and transactions opened in the services alone. Only the health
   * check may open a connection, since it must not need a service to say that the database is gone.
   */
  PAGES_FETCH_NOTHING {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("HealthEndpoint")
          .should()
          .dependOnClassesThat(
              describe(
                  "fetch rows or open transactions",
                  used ->
                      FETCHING.stream().anyMatch(used.getPackageName()::startsWith)
                          && !used.getSimpleName().endsWith("Exception")));
    }
  },

  /** HOUSE 3.4: what lives longer than a request holds rows and ids, no entities. */
  NO_ENTITY_OUTLIVES_A_REQUEST {
    @Override
    ArchRule over(String root) {
      return classes()
          .that(
              describe(
                  "outlive a request", each -> LASTING.stream().anyMatch(each::isAnnotatedWith)))
          .should(
              new ArchCondition<>("hold no entity") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                  for (JavaField field : bean.getAllFields()) {
                    boolean entity =
                        field.getType().getAllInvolvedRawTypes().stream()
                            .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    if (entity) {
                      events.add(
                          SimpleConditionEvent.violated(
                              bean, bean.getName() + " keeps " + field.getFullName()));
                    }
                  }
                }
              });
    }
  },

  /** HOUSE 2: the shop works where cookies are refused, so nothing of it may hang on one. */
  SHOP_KEEPS_NOTHING_IN_A_SESSION {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .that()
          .resideInAPackage(root + ".shop..")
          .should()
          .dependOnClassesThat(
              describe(
                  "live in a cookie or an HTTP session",
                  used -> IN_A_SESSION.contains(used.getName())));
    }
  },

  NO_OLD_DATES {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "are dates of before java.time", used -> OLD_DATES.contains(used.getName())));
    }
  },

  /** A picture of money may be a number of pixels; the money itself stays exact. */
  NO_MONEY_AS_BINARY_FRACTION {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should()
          .callMethod(BigDecimal.class, "doubleValue")
          .orShould()
          .callMethod(BigDecimal.class, "floatValue")
          .orShould()
          .callMethod(BigDecimal.class, "valueOf", double.class)
          .orShould()
          .callConstructor(BigDecimal.class, double.class);
    }
  },

  NO_SYSTEM_OUT {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould(
              callMethodWhere(
                  describe(
                      "prints a stack",
                      call ->
                          call.getTarget().getName().equals("printStackTrace")
                              && call.getTarget().getRawParameterTypes().isEmpty())));
    }
  },

  NO_GUESSABLE_RANDOM {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "are guessable random sources",
                  used ->
                      used.getName().equals("java.util.Random")
                          || used.getName().equals("java.util.SplittableRandom")))
          .orShould()
          .callMethod(Math.class, "random");
    }
  },

  NO_TRANSFORMER_FACTORY_OF_CHANCE {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should(
              callMethodWhere(
                  describe(
                      "finds a TransformerFactory by service lookup",
                      call ->
                          call.getTargetOwner().isEquivalentTo(TransformerFactory.class)
                              && call.getTarget().getName().equals("newInstance"))));
    }
  };

  private static final List<String> FETCHING =
      List.of(
          "jakarta.persistence", "jakarta.transaction", "org.hibernate", "java.sql", "javax.sql");
  private static final List<String> LASTING =
      List.of(
          "jakarta.faces.view.ViewScoped",
          "org.omnifaces.cdi.ViewScoped",
          "jakarta.enterprise.context.SessionScoped",
          "jakarta.enterprise.context.ConversationScoped",
          "jakarta.enterprise.context.ApplicationScoped");
  private static final Set<String> IN_A_SESSION =
      Set.of(
          "jakarta.faces.view.ViewScoped",
          "org.omnifaces.cdi.ViewScoped",
          "jakarta.enterprise.context.SessionScoped",
          "jakarta.enterprise.context.ConversationScoped",
          "jakarta.faces.flow.FlowScoped",
          "jakarta.faces.context.Flash",
          "jakarta.servlet.http.HttpSession",
          "jakarta.servlet.http.Cookie");
  private static final Set<String> OLD_DATES =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.text.SimpleDateFormat",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp");

  /** The rule for the packages below this root. */
  abstract ArchRule over(String root);

  /** The last part of the rule's fixture package. */
  String fixture() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
