package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordELResolverTest {
  private final RecordELResolver resolver = new RecordELResolver();

  /** A row of a list. */
  public record Row(String name, int count) {
    public int doubled() {
      return 2 * count;
    }

    public String failing() {
      throw new IllegalStateException("as it happens");
    }
  }

  @Test
  void aComponentIsReadByItsName() {
    ELContext context = new Bare();
    assertThat(resolver.getValue(context, new Row("Lindehof", 2), "name")).isEqualTo("Lindehof");
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void aMethodWithoutParametersIsReadLikeOne() {
    assertThat(resolver.getValue(new Bare(), new Row("Lindehof", 2), "doubled")).isEqualTo(4);
  }

  @Test
  void whatTheRecordDoesNotHaveIsLeftToOthers() {
    ELContext context = new Bare();
    assertThat(resolver.getValue(context, new Row("Lindehof", 2), "town")).isNull();
    assertThat(resolver.getValue(context, "no record", "length")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void aRecordIsNotWrittenTo() {
    assertThatThrownBy(() -> resolver.setValue(new Bare(), new Row("a", 1), "name", "b"))
        .isInstanceOf(PropertyNotWritableException.class);
    assertThat(resolver.isReadOnly(new Bare(), new Row("a", 1), "name")).isTrue();
  }

  @Test
  void whatTheRecordThrowsIsTheCause() {
    assertThatThrownBy(() -> resolver.getValue(new Bare(), new Row("a", 1), "failing"))
        .isInstanceOf(ELException.class)
        .hasRootCauseMessage("as it happens");
  }

  private static final class Bare extends ELContext {
    @Override
    public ELResolver getELResolver() {
      return null;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }
  }
}
