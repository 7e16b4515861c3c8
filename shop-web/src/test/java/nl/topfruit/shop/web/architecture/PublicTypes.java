package nl.topfruit.shop.web.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * HOUSE 1: public is only what another room uses. A type is used when code of another package names
 * it, when it stands in the public signature of one that is used, or when the container makes it
 * (services, entities, converters, scoped and named beans).
 */
final class PublicTypes {

  private static final List<String> MADE_BY_THE_CONTAINER =
      List.of(
          "jakarta.ejb.Stateless",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.MessageDriven",
          "jakarta.persistence.Entity",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.persistence.Converter",
          "jakarta.inject.Named",
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.enterprise.context.Dependent");

  private PublicTypes() {}

  /** Public top-level types below the root that could be hidden, by name. */
  static Set<String> thatNobodyElseUses(JavaClasses classes, String root) {
    Set<JavaClass> open = new HashSet<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().startsWith(root + ".")
          && each.isTopLevelClass()
          && each.getModifiers().contains(JavaModifier.PUBLIC)) {
        open.add(each);
      }
    }
    Deque<JavaClass> used = new ArrayDeque<>();
    open.stream().filter(each -> isUsedElsewhere(each, classes)).forEach(used::add);
    Set<JavaClass> needed = new HashSet<>(used);
    while (!used.isEmpty()) {
      JavaClass next = used.pop();
      for (JavaClass part : withNested(next, classes).toList()) {
        signature(part)
            .map(PublicTypes::topLevel)
            .filter(open::contains)
            .filter(needed::add)
            .forEach(used::push);
      }
    }
    Set<String> names = new TreeSet<>();
    open.stream().filter(each -> !needed.contains(each)).forEach(each -> names.add(each.getName()));
    return names;
  }

  private static boolean isUsedElsewhere(JavaClass each, JavaClasses classes) {
    return MADE_BY_THE_CONTAINER.stream().anyMatch(each::isAnnotatedWith)
        || onlyNames(each)
        || withNested(each, classes)
            .flatMap(part -> part.getDirectDependenciesToSelf().stream())
            .anyMatch(use -> !use.getOriginClass().getPackageName().equals(each.getPackageName()));
  }

  /** The compiler copies constants into their users, so that nothing tells who uses them. */
  private static boolean onlyNames(JavaClass each) {
    return !each.getFields().isEmpty()
        && each.getMethods().isEmpty()
        && each.getFields().stream()
            .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static Stream<JavaClass> withNested(JavaClass each, JavaClasses classes) {
    return Stream.concat(
        Stream.of(each),
        classes.stream().filter(other -> other.getName().startsWith(each.getName() + "$")));
  }

  /** Every type that a caller from outside must be able to name. */
  private static Stream<JavaClass> signature(JavaClass each) {
    Stream<JavaClass> parents =
        Stream.concat(each.getRawSuperclass().stream(), each.getRawInterfaces().stream());
    Stream<JavaClass> fields =
        each.getFields().stream()
            .filter(field -> isReachable(field.getModifiers()))
            .map(JavaField::getType)
            .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> methods =
        each.getCodeUnits().stream()
            .filter(unit -> isReachable(unit.getModifiers()))
            .flatMap(PublicTypes::typesOf);
    return Stream.of(parents, fields, methods).flatMap(types -> types);
  }

  private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
    return Stream.concat(
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
        unit.getExceptionTypes().stream());
  }

  private static boolean isReachable(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static JavaClass topLevel(JavaClass type) {
    JavaClass outer = type.getBaseComponentType();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
