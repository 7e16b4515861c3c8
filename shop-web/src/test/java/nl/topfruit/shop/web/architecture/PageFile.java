package nl.topfruit.shop.web.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules over the files of the pages; each is given the folder with {@code webapp} and {@code java}.
 */
enum PageFile {

  /**
   * HOUSE 1: portal/cost-centres.xhtml and web.portal.CostCentresPage, named {@code
   * portalCostCentres}, belong together; pages at the root belong to web.front.
   */
  ONE_BEAN_A_PAGE {
    @Override
    void check(Path main, List<String> found) {
      Path pages = main.resolve("webapp");
      Path beans = main.resolve("java/nl/topfruit/shop/web");
      for (Path page : files(pages, ".xhtml")) {
        Path path = pages.relativize(page);
        if (path.startsWith("WEB-INF")) {
          continue;
        }
        String audience = path.getNameCount() > 1 ? path.getName(0).toString() : FRONT;
        String name = camel(path.getFileName().toString().replace(".xhtml", ""));
        Path bean = beans.resolve(audience).resolve(name + "Page.java");
        if (!Files.exists(bean)) {
          found.add(path + " has no bean " + beans.relativize(bean));
        } else if (!text(bean).contains("@Named(\"" + audience + name + "\")")) {
          found.add(beans.relativize(bean) + " is not named " + audience + name);
        }
      }
      for (Path bean : files(beans, "Page.java")) {
        String audience = bean.getParent().getFileName().toString();
        boolean base = text(bean).contains("abstract class");
        if (AUDIENCES.contains(audience) && !base && !hasPage(pages, audience, bean)) {
          found.add(beans.relativize(bean) + " has no page");
        }
      }
    }

    private boolean hasPage(Path pages, String audience, Path bean) {
      String name = kebab(bean.getFileName().toString().replace("Page.java", "")) + ".xhtml";
      Path folder = audience.equals(FRONT) ? pages : pages.resolve(audience);
      return Files.exists(folder.resolve(name))
          || Files.exists(pages.resolve("WEB-INF/errors").resolve(name));
    }
  },

  /** HOUSE 4: the content policy forbids scripts in a page; styles stand in the style sheet. */
  NO_INLINE_SCRIPT_OR_STYLE {
    private static final Pattern INLINE =
        Pattern.compile(
            "<script(?![^>]*\\bsrc=)|<h:outputScript(?![^>]*\\bname=)|<style\\b|\\sstyle=\"|\\son[a-z]+=\"|javascript:");

    @Override
    void check(Path main, List<String> found) {
      for (Path page : files(main.resolve("webapp"), ".xhtml")) {
        if (INLINE.matcher(text(page)).find()) {
          found.add(main.relativize(page) + " has a script or style in it");
        }
      }
    }
  },

  /** UX: an action that Mojarra runs itself does nothing under our content policy. */
  PRIMEFACES_ACTIONS_ONLY {
    private static final Pattern MOJARRA = Pattern.compile("<f:ajax|<h:command|<f:websocket");

    @Override
    void check(Path main, List<String> found) {
      for (Path page : files(main.resolve("webapp"), ".xhtml")) {
        if (MOJARRA.matcher(text(page)).find()) {
          found.add(main.relativize(page) + " has an action that is not PrimeFaces'");
        }
      }
    }
  },

  /** A property named like a word of the expression language is an error when the page is shown. */
  NO_RESERVED_WORD_AS_PROPERTY {
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern RESERVED =
        Pattern.compile("\\.(empty|not|and|or|div|mod|eq|ne|lt|gt|le|ge|instanceof)\\b");

    @Override
    void check(Path main, List<String> found) {
      for (Path page : files(main.resolve("webapp"), ".xhtml")) {
        Matcher expression = EXPRESSION.matcher(text(page));
        while (expression.find()) {
          String withoutTexts = expression.group(1).replaceAll("'[^']*'", "''");
          if (RESERVED.matcher(withoutTexts).find()) {
            found.add(main.relativize(page) + " cannot be read: " + expression.group());
          }
        }
      }
    }
  },

  /** UX: what is never seen. */
  NO_STOCK_WIDGETS {
    private static final Pattern STOCK =
        Pattern.compile(
            "<p:(panel|growl|menubar|steps|dataTable|fileUpload|calendar|datePicker)\\b");

    @Override
    void check(Path main, List<String> found) {
      for (Path page : files(main.resolve("webapp"), ".xhtml")) {
        if (STOCK.matcher(text(page)).find()) {
          found.add(main.relativize(page) + " shows a stock widget");
        }
      }
    }
  };

  private static final String FRONT = "front";
  private static final List<String> AUDIENCES =
      List.of(FRONT, "shop", "portal", "office", "simulator");

  abstract void check(Path main, List<String> found);

  /** What breaks the rule, empty when nothing does. */
  List<String> violationsIn(Path main) {
    List<String> found = new ArrayList<>();
    check(main, found);
    return found;
  }

  /** The folder of the rule's fixture in the test resources. */
  String fixture() {
    return name().toLowerCase(Locale.ROOT).replace("_", "-");
  }

  private static String camel(String kebab) {
    return Arrays.stream(kebab.split("-"))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
