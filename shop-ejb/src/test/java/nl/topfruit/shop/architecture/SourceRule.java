package nl.topfruit.shop.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules over the text of the sources: what the compiler throws away or never sees. */
enum SourceRule {

  /** HOUSE 3.7: V⟨number⟩__⟨capability⟩_⟨what⟩.sql, each number once. */
  MIGRATIONS_SAY_WHOSE_THEY_ARE {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__([a-z]+)_[a-z0-9_]+\\.sql");

    @Override
    void check(Path module, List<String> found) {
      Map<String, Path> numbers = new HashMap<>();
      for (Path file : files(module.resolve("src/main/resources/db/migration"), "")) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Rooms.MAY_USE.containsKey(name.group(2))) {
          found.add(file + " is not named V<number>__<room>_<what>.sql");
        } else if (numbers.put(name.group(1), file) != null) {
          found.add(file + " has a number that another migration has");
        }
      }
    }
  },

  HIBERNATE_NEVER_ALTERS_A_SCHEMA {
    private static final Pattern ALTERS =
        Pattern.compile(
            "(?s)(hbm2ddl\\.auto|schema-generation\\.database\\.action)\"\\s+value=\"(?!none\"|validate\")");

    @Override
    void check(Path module, List<String> found) {
      for (Path file : files(module.resolve("src/main/resources/META-INF"), "persistence.xml")) {
        if (ALTERS.matcher(text(file)).find()) {
          found.add(file + " lets Hibernate alter the schema");
        }
      }
    }
  },

  /** Two sentences: what the room is for, and what may not come in. */
  EVERY_ROOM_SAYS_WHAT_IT_IS_FOR {
    private static final Pattern SENTENCE_END = Pattern.compile("\\.(\\s|$)");

    @Override
    void check(Path module, List<String> found) {
      Path business = module.resolve("src/main/java/nl/topfruit/shop");
      for (String room : Rooms.MAY_USE.keySet()) {
        if (files(business.resolve(room), ".java").isEmpty()) {
          continue;
        }
        Path info = business.resolve(room).resolve("package-info.java");
        String text = Files.exists(info) ? text(info) : "";
        String comment = text.substring(0, Math.max(0, text.indexOf("*/")));
        if (SENTENCE_END.matcher(comment.replaceAll("(?m)^\\s*\\*", " ")).results().count() < 2) {
          found.add(info + " does not say in two sentences what the room is for");
        }
      }
    }
  },

  /** HOUSE 3.2: a method that is open to all says why in its Javadoc. */
  OPEN_METHODS_SAY_WHY {
    @Override
    void check(Path module, List<String> found) {
      for (Path file : files(module.resolve("src/main/java"), ".java")) {
        List<String> lines = text(file).lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).equals("@PermitAll")) {
            int above = i - 1;
            while (above >= 0 && lines.get(above).startsWith("@")) {
              above--;
            }
            if (above < 0 || !lines.get(above).endsWith("*/")) {
              found.add(file + ":" + (i + 1) + " is open to all without a reason");
            }
          }
        }
      }
    }
  },

  NO_EXCEPTION_IS_SWALLOWED {
    private static final Pattern EMPTY_CATCH =
        Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}");

    @Override
    void check(Path module, List<String> found) {
      for (Path file : files(module.resolve("src/main/java"), ".java")) {
        if (EMPTY_CATCH.matcher(text(file)).find()) {
          found.add(file + " swallows an exception");
        }
      }
    }
  },

  NOTHING_IS_LEFT_FOR_LATER {
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    @Override
    void check(Path module, List<String> found) {
      for (String kind : List.of(".java", ".xhtml", ".properties", ".sql", ".cli", ".css", ".js")) {
        for (Path file : files(module.resolve("src/main"), kind)) {
          if (LATER.matcher(text(file)).find()) {
            found.add(file + " leaves something for later");
          }
        }
      }
    }
  },

  /** A sentence that is missing in one language would reach a person as its key. */
  BUNDLES_SPEAK_BOTH_LANGUAGES {
    @Override
    void check(Path module, List<String> found) {
      for (Path dutch : files(module.resolve("src/main"), "_nl.properties")) {
        Path english =
            dutch.resolveSibling(
                dutch.getFileName().toString().replace("_nl.properties", "_en.properties"));
        Set<String> difference = new TreeSet<>(keys(dutch));
        Set<String> other = new HashSet<>(Files.exists(english) ? keys(english) : Set.of());
        Set<String> both = new HashSet<>(difference);
        both.retainAll(other);
        difference.addAll(other);
        difference.removeAll(both);
        if (!difference.isEmpty()) {
          found.add(dutch + " and its English sister differ in " + difference);
        }
      }
    }
  },

  /** HOUSE 3.6: when a page grows, a part becomes a tag or a bean of its own. */
  PAGES_STAY_SMALL {
    private static final int LINES_OF_A_BEAN = 200;
    private static final int LINES_OF_A_PAGE = 250;

    @Override
    void check(Path module, List<String> found) {
      for (Path bean : files(module.resolve("src/main/java"), "Page.java")) {
        if (bean.toString().contains("/shop/web/")
            && text(bean).lines().count() >= LINES_OF_A_BEAN) {
          found.add(bean + " has 200 lines or more");
        }
      }
      for (Path page : files(module.resolve("src/main/webapp"), ".xhtml")) {
        if (text(page).lines().count() >= LINES_OF_A_PAGE) {
          found.add(page + " has 250 lines or more");
        }
      }
    }
  };

  abstract void check(Path module, List<String> found);

  /** What breaks the rule in a module, empty when nothing does. */
  List<String> violationsIn(Path module) {
    List<String> found = new ArrayList<>();
    check(module, found);
    return found;
  }

  /** The folder of the rule's fixture in the test resources. */
  String fixture() {
    return name().toLowerCase(Locale.ROOT).replace("_", "-");
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Not readable as UTF-8: " + file, e);
    }
  }

  private static Set<String> keys(Path bundle) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames();
  }
}
