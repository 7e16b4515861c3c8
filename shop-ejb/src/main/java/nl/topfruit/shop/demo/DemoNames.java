package nl.topfruit.shop.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented names: no town, street or branch of these exists. */
final class DemoNames {
  static final List<String> DE_LINDE_LIVING =
      List.of(
          "Lindehof",
          "Rozenhof",
          "Het Veerhuis",
          "Meerzicht",
          "De Kersenboom",
          "Hof van Lindewaard",
          "Oud-Zijlstede",
          "De Wilgentuin",
          "Parkzicht",
          "De Boomgaard",
          "Zonnehoek",
          "De Reigershof",
          "Molenwiek",
          "De Oeverhof",
          "Vlinderveld",
          "Berkenhorst",
          "De Notenhof",
          "Kastanjehof",
          "De Lisdodde",
          "Waterlelie",
          "De Eikenhof",
          "Tuindorp");
  static final List<String> DE_LINDE_HOME_CARE =
      List.of(
          "Thuiszorgteam Noord",
          "Thuiszorgteam Zuid",
          "Thuiszorgteam Oost",
          "Thuiszorgteam West",
          "Dagbesteding De Werf",
          "Dagbesteding De Kas",
          "Wijkpost Haven",
          "Wijkpost Centrum",
          "Nachtzorg Lindewaard",
          "Nachtzorg Oudzijl",
          "Advies en indicatie");
  static final List<String> DE_LINDE_FACILITIES =
      List.of(
          "Centrale Keuken",
          "Bestuursbureau",
          "Linnenkamer",
          "Technische Dienst",
          "ICT en telefonie",
          "Opleidingscentrum",
          "Magazijn");
  static final List<String> MERENWAARD =
      List.of(
          "Stadhuis",
          "Stadskantoor",
          "Gemeentewerf",
          "Zwembad De Plas",
          "Sporthal Oost",
          "Bibliotheek",
          "Wijkcentrum Haven",
          "Wijkcentrum Dorp",
          "Archief",
          "Brandweerkazerne",
          "Milieustraat",
          "Theater De Brug");
  static final List<String> ZUIDERHAVEN =
      List.of(
          "Faculteit Letteren",
          "Faculteit Natuurwetenschappen",
          "Faculteit Rechten",
          "Faculteit Economie",
          "Bibliotheek",
          "Sportcentrum",
          "Bestuursgebouw",
          "Studentenplein");
  static final List<String> NOORDWAL =
      List.of("Hoofdkantoor", "Werkplaats", "Project Stationsplein");
  static final List<String> DIRECT = List.of("Hoofdvestiging", "Magazijn Noord", "Magazijn Zuid");

  /** A purpose with the example ledger code that goes with it. */
  record PurposeName(
      String code,
      String dutch,
      String english,
      String ledgerCode,
      String ledgerDutch,
      String ledgerEnglish) {}

  static final List<PurposeName> PURPOSES =
      List.of(
          new PurposeName(
              "voeding",
              "Voeding bewoners",
              "Food for residents",
              "999101",
              "Voeding bewoners",
              "Food for residents"),
          new PurposeName(
              "bewoner",
              "Attentie bewoner",
              "Gift for a resident",
              "999102",
              "Attentie bewoner",
              "Gift for a resident"),
          new PurposeName(
              "personeel",
              "Attentie personeel",
              "Gift for staff",
              "999103",
              "Attentie personeel (WKR)",
              "Gift for staff (WKR)"),
          new PurposeName(
              "relatie",
              "Relatiegeschenk",
              "Business gift",
              "999104",
              "Relatiegeschenk",
              "Business gift"),
          new PurposeName(
              "vergadering", "Vergadering", "Meeting", "999105", "Vergadering", "Meeting"));

  private static final List<String> TOWNS = List.of("Lindewaard", "Merenwaard", "Oudzijl");
  private static final List<String> STREETS =
      List.of(
          "Parkweg",
          "Rozenlaan",
          "Veerdijk",
          "Meerkade",
          "Kersenstraat",
          "Lindelaan",
          "Zijldijk",
          "Wilgenpad",
          "Molenweg",
          "Boomgaardstraat",
          "Reigerplein",
          "Havenkade",
          "Eikenlaan",
          "Tuinstraat");
  private static final List<String> DEPARTMENTS =
      List.of(
          "Verpleging",
          "Activiteiten",
          "Facilitair",
          "Management",
          "Keuken",
          "Receptie",
          "Vrijwilligers",
          "Behandeling");

  /** Codes 4120 and up, by kind of department and branch. */
  static final Map<String, String> DE_LINDE_COST_CENTRES = costCentres();

  private DemoNames() {}

  static String town(int i) {
    return TOWNS.get((i - 1) % TOWNS.size());
  }

  static String street(int i) {
    return STREETS.get((i - 1) % STREETS.size());
  }

  /** Numbers with the additions that exist in the Netherlands. */
  static String houseNumber(int i) {
    return switch (i % 9) {
      case 2 -> i * 3 + "-bis";
      case 5 -> i * 2 + "-1";
      default -> String.valueOf(i == 1 ? 4 : i * 2 + 1);
    };
  }

  static String postcode(int i) {
    return "99%02d %s%s".formatted(i % 100, (char) ('A' + i % 23), (char) ('A' + i / 23 % 23));
  }

  static String branch(int i) {
    return DE_LINDE_LIVING.get(i % DE_LINDE_LIVING.size());
  }

  static String department(int i) {
    return DEPARTMENTS.get(i % DEPARTMENTS.size());
  }

  private static Map<String, String> costCentres() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (int b = 0; b < 15; b++) {
      for (int d = 0; d < 4; d++) {
        codes.put(
            String.valueOf(4120 + b * 10 + d), DEPARTMENTS.get(d) + " " + DE_LINDE_LIVING.get(b));
      }
    }
    return codes;
  }
}
