package nl.topfruit.shop.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads records in pages: {@code #{row.name}} asks {@code row.name()}, for a component and for any
 * other public method without parameters that the record declares ({@code price.total}). Jakarta EE
 * 10 has none of its own.
 */
public class RecordELResolver extends ELResolver {
  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getDeclaredMethods())
              .filter(
                  method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
              .filter(
                  method ->
                      Modifier.isPublic(method.getModifiers())
                          && !Modifier.isStatic(method.getModifiers()))
              .collect(Collectors.toMap(Method::getName, method -> method));
        }
      };

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method reader = reader(base, property);
    if (reader == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return reader.invoke(base);
    } catch (InvocationTargetException e) {
      throw new ELException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(base.getClass() + " is not public", e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    if (reader(base, property) != null) {
      context.setPropertyResolved(base, property);
    }
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (reader(base, property) != null) {
      throw new PropertyNotWritableException("A record does not change: " + property);
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    if (reader(base, property) == null) {
      return false;
    }
    context.setPropertyResolved(base, property);
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  private static Method reader(Object base, Object property) {
    return base instanceof Record && property instanceof String name
        ? READERS.get(base.getClass()).get(name)
        : null;
  }
}
