package nl.topfruit.shop.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.transform.TransformerFactory;

/**
 * Rules over compiled classes. A rule is given the root package so that it can be held against its
 * fixture as well as against the house.
 */
enum HouseRule {

  /** HOUSE: a room may use only rooms that stand above it in the list. */
  ROOMS_USE_ONLY_ROOMS_ABOVE {
    @Override
    ArchRule over(String root) {
      return classes()
          .should(
              report(
                  "use only rooms that stand above theirs",
                  (JavaClass user, Violations found) -> {
                    String room = Rooms.of(user.getPackageName(), root);
                    Set<String> above = Rooms.MAY_USE.getOrDefault(room, Set.of());
                    for (Dependency use : user.getDirectDependenciesFromSelf()) {
                      String used = Rooms.of(use.getTargetClass().getPackageName(), root);
                      if (!used.isEmpty() && !used.equals(room) && !above.contains(used)) {
                        found.add(user, use.getDescription());
                      }
                    }
                  }));
    }
  },

  NO_CYCLES_BETWEEN_ROOMS {
    @Override
    ArchRule over(String root) {
      return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
  },

  /** A package that is not in the list has no place, so nobody could say what it may use. */
  EVERY_CLASS_STANDS_IN_A_ROOM {
    @Override
    ArchRule over(String root) {
      return classes()
          .should(
              report(
                  "stand in a room of the list",
                  (JavaClass each, Violations found) -> {
                    if (!Rooms.MAY_USE.containsKey(Rooms.of(each.getPackageName(), root))) {
                      found.add(each, each.getName() + " stands in no room");
                    }
                  }));
    }
  },

  /** Names that say nothing about the trade. */
  NO_IMPL_DTO_UTIL_MANAGER_HELPER {
    private static final List<String> EMPTY_WORDS =
        List.of("Impl", "Dto", "DTO", "Util", "Utils", "Manager", "Helper");

    @Override
    ArchRule over(String root) {
      return classes()
          .should(
              report(
                  "carry a name of the trade",
                  (JavaClass each, Violations found) -> {
                    boolean emptyPackage =
                        Stream.of(each.getPackageName().substring(root.length()).split("\\."))
                            .anyMatch(
                                part -> EMPTY_WORDS.stream().anyMatch(part::equalsIgnoreCase));
                    if (emptyPackage
                        || EMPTY_WORDS.stream().anyMatch(each.getSimpleName()::endsWith)) {
                      found.add(each, each.getName() + " says nothing about the trade");
                    }
                  }));
    }
  },

  PROTOCOL_USES_NO_EJB_AND_NO_DATABASE {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .that()
          .resideInAPackage(root + ".protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ejb..",
              "jakarta.persistence..",
              "jakarta.transaction..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.servlet..",
              "org.hibernate..",
              "java.sql..",
              "javax.sql..");
    }
  },

  /** An entity guards itself; it does not fetch, and it calls no service. */
  ENTITIES_USE_NO_EJB_AND_NO_ENTITY_MANAGER {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .that(describe("are entities", HouseRule::isEntity))
          .should()
          .dependOnClassesThat(
              describe(
                  "are services or fetch rows",
                  used ->
                      isService(used)
                          || FETCHING.contains(used.getName())
                          || used.getPackageName().startsWith("jakarta.ejb")
                          || used.getPackageName().startsWith("jakarta.inject")
                          || used.getPackageName().startsWith("jakarta.enterprise")));
    }
  },

  /** HOUSE 3.2: fail closed; a class may be closed as a whole, opened only method by method. */
  EVERY_SERVICE_METHOD_SAYS_WHO_MAY_CALL_IT {
    @Override
    ArchRule over(String root) {
      return classes()
          .that(describe("are services", HouseRule::isService))
          .should(
              report(
                  "say of every public method who may call it",
                  (JavaClass service, Violations found) -> {
                    if (service.isAnnotatedWith(PermitAll.class)) {
                      found.add(service, service.getName() + " is open to all as a whole");
                    }
                    service.getAllMethods().stream()
                        .filter(method -> isBusinessMethod(method, root))
                        .filter(method -> !saysWhoMayCall(method) && !saysWhoMayCall(service))
                        .forEach(
                            method ->
                                found.add(
                                    service,
                                    service.getName()
                                        + ": "
                                        + method.getFullName()
                                        + " says nobody may or may not call it"));
                  }));
    }
  },

  /** A role with a typing error shuts out everybody, and only the person at the door notices. */
  ROLES_ARE_THOSE_OF_THE_HOUSE {
    @Override
    ArchRule over(String root) {
      return classes()
          .should(
              report(
                  "name only roles of the house",
                  (JavaClass each, Violations found) -> {
                    Stream.concat(Stream.of(each), each.getMethods().stream())
                        .filter(at -> at.isAnnotatedWith(RolesAllowed.class))
                        .flatMap(
                            at -> Stream.of(at.getAnnotationOfType(RolesAllowed.class).value()))
                        .filter(role -> !ROLES.contains(role))
                        .forEach(role -> found.add(each, each.getName() + " names role " + role));
                  }));
    }
  },

  /** HOUSE 3.2: what has no caller enters as "system", and nothing runs as anybody else. */
  TIMERS_RUN_AS_SYSTEM {
    @Override
    ArchRule over(String root) {
      return classes()
          .should(
              report(
                  "run timers as system, and nothing as anybody else",
                  (JavaClass each, Violations found) -> {
                    boolean timer =
                        each.getMethods().stream()
                            .anyMatch(
                                method ->
                                    method.isAnnotatedWith(Schedule.class)
                                        || method.isAnnotatedWith(Schedules.class)
                                        || method.isAnnotatedWith(Timeout.class));
                    boolean runsAs = each.isAnnotatedWith(RunAs.class);
                    boolean system =
                        runsAs && each.getAnnotationOfType(RunAs.class).value().equals("system");
                    if (runsAs && !system || timer && !system) {
                      found.add(each, each.getName() + " does not run as system");
                    }
                  }));
    }
  },

  NO_OLD_DATES {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .should()
          .dependOnClassesThat(named("are dates of before java.time", OLD_DATES));
    }
  },

  /** Money is exact; only drawing reckons in fractions of a millimetre. */
  NO_DOUBLE_OUTSIDE_DRAWING {
    @Override
    ArchRule over(String root) {
      return classes()
          .that(describe("do not draw", each -> !draws(each, root)))
          .should(
              report(
                  "reckon without binary fractions",
                  (JavaClass each, Violations found) -> {
                    for (JavaField field : each.getFields()) {
                      if (isBinaryFraction(field.getRawType())) {
                        found.add(each, field.getFullName() + " is a binary fraction");
                      }
                    }
                    for (JavaCodeUnit unit : each.getCodeUnits()) {
                      if (isBinaryFraction(unit.getRawReturnType())
                          || unit.getRawParameterTypes().stream()
                              .anyMatch(HouseRule::isBinaryFraction)) {
                        found.add(each, unit.getFullName() + " takes or gives a binary fraction");
                      }
                    }
                    for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                      if (makesMoneyInexact(access)) {
                        found.add(each, access.getDescription());
                      }
                    }
                  }));
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

  /**
   * Demo data may be drawn from a seed, so that it is the same at every start; nothing else may.
   */
  NO_GUESSABLE_RANDOM {
    @Override
    ArchRule over(String root) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(root + ".demo..")
          .should()
          .dependOnClassesThat(
              named(
                  "are guessable random sources",
                  Set.of("java.util.Random", "java.util.SplittableRandom")))
          .orShould()
          .callMethod(Math.class, "random");
    }
  },

  /** Saxon in the EAR makes itself the factory of the whole EAR; ask for the JDK's by name. */
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

  /** Roles as the container knows them; "system" is taken by @RunAs only. */
  static final Set<String> ROLES =
      Set.of(
          "shopper",
          "orderer",
          "approver",
          "account-admin",
          "office",
          "warehouse",
          "shop-admin",
          "system");

  private static final List<Class<? extends Annotation>> SERVICE =
      List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);
  private static final List<Class<? extends Annotation>> ENTITY =
      List.of(Entity.class, Embeddable.class, MappedSuperclass.class);
  private static final Set<String> FETCHING =
      Set.of(
          "jakarta.persistence.EntityManager",
          "jakarta.persistence.EntityManagerFactory",
          "jakarta.persistence.PersistenceContext",
          "jakarta.persistence.Query",
          "jakarta.persistence.TypedQuery");
  private static final Set<String> OLD_DATES =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.text.SimpleDateFormat",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp");
  private static final Set<String> BINARY_FRACTIONS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final Set<String> DRAWING = Set.of("greeting", "illustration", "pdf");

  /** The rule for the packages below this root. */
  abstract ArchRule over(String root);

  /** The last part of the rule's fixture package. */
  String fixture() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static boolean isService(JavaClass each) {
    return SERVICE.stream().anyMatch(each::isAnnotatedWith);
  }

  private static boolean isEntity(JavaClass each) {
    return ENTITY.stream().anyMatch(each::isAnnotatedWith);
  }

  private static boolean saysWhoMayCall(CanBeAnnotated at) {
    return at.isAnnotatedWith(RolesAllowed.class)
        || at.isAnnotatedWith(DenyAll.class)
        || at instanceof JavaMethod && at.isAnnotatedWith(PermitAll.class);
  }

  private static boolean isBusinessMethod(JavaMethod method, String root) {
    Set<JavaModifier> modifiers = method.getModifiers();
    return method.getOwner().getPackageName().startsWith(root)
        && modifiers.contains(JavaModifier.PUBLIC)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE);
  }

  private static boolean draws(JavaClass each, String root) {
    return Stream.of(each.getPackageName().substring(root.length()).split("\\."))
        .anyMatch(DRAWING::contains);
  }

  private static boolean isBinaryFraction(JavaClass type) {
    return BINARY_FRACTIONS.contains(type.getBaseComponentType().getName());
  }

  private static boolean makesMoneyInexact(JavaAccess<?> access) {
    if (!access.getTargetOwner().isEquivalentTo(BigDecimal.class)
        || !(access.getTarget() instanceof CodeUnitCallTarget call)) {
      return false;
    }
    return isBinaryFraction(call.getRawReturnType())
        || call.getRawParameterTypes().stream().anyMatch(HouseRule::isBinaryFraction);
  }

  private static <T> DescribedPredicate<T> describe(String what, Predicate<? super T> predicate) {
    return DescribedPredicate.describe(what, predicate);
  }

  private static DescribedPredicate<JavaClass> named(String what, Set<String> names) {
    return describe(what, each -> names.contains(each.getName()));
  }

  private static ArchCondition<JavaClass> report(
      String should, BiConsumer<JavaClass, Violations> check) {
    return new ArchCondition<>(should) {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        check.accept(
            each,
            (where, message) ->
                events.add(
                    SimpleConditionEvent.violated(
                        where, message + " in " + where.getSourceCodeLocation())));
      }
    };
  }

  /** Takes what breaks the rule. */
  private interface Violations {
    void add(JavaClass where, String message);
  }
}
