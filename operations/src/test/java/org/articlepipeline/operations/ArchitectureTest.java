package org.articlepipeline.operations;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The modules are layers: contracts and platform below, services side by side, operations above.
 */
class ArchitectureTest {
  private static final String ROOT = "org.articlepipeline.";
  private static final String GATEWAY = ROOT + "ingest.gateway";
  private static final Set<String> SERVICES = Set.of("ingest", "enrich", "index");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.articlepipeline");

  @Test
  void everyModuleIsLookedAt() {
    assertThat(
            CLASSES.stream()
                .map(c -> c.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toSet()))
        .contains("schemas", "platform", "ingest", "enrich", "index", "embedded", "operations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "enrich", "index"})
  void servicesNeverDependOnEachOther(String service) {
    String[] others =
        SERVICES.stream()
            .filter(s -> !s.equals(service))
            .map(s -> ROOT + s + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "schemas", "embedded"})
  void whatAllBuildUponDependsOnNothingOfOurs(String module) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are in another module",
                c ->
                    c.getPackageName().startsWith(ROOT)
                        && !c.getPackageName().startsWith(ROOT + module)))
        .check(CLASSES);
  }

  @Test
  void onlyOperationsSeesServices() {
    String[] services = SERVICES.stream().map(s -> ROOT + s + "..").toArray(String[]::new);
    for (String service : services) {
      classes()
          .that()
          .resideInAPackage(service)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(service, ROOT + "operations..")
          .check(CLASSES);
    }
  }

  @Test
  void nothingDependsOnOperationsOrOnTheServersForDevelopment() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "operations..", ROOT + "embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "operations..", ROOT + "embedded..")
        .check(CLASSES);
  }

  @Test
  void modulesFormNoCycle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /**
   * Ingest has a package for each way in, enrich for each kind of finding, index for each side of
   * an index, operations for each thing that commands and the console share.
   */
  @Test
  void modulesAreMadeOfThesePackages() {
    assertThat(
            CLASSES.stream()
                .map(c -> c.getPackageName())
                .filter(p -> p.startsWith(ROOT) && p.substring(ROOT.length()).contains("."))
                .map(p -> p.substring(ROOT.length()))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "ingest.gateway",
            "ingest.feed",
            "ingest.json",
            "ingest.html",
            "ingest.cleanup",
            "ingest.draft",
            "ingest.text",
            "enrich.text",
            "enrich.knowledge",
            "enrich.tagger",
            "enrich.entities",
            "enrich.metadata",
            "enrich.stories",
            "index.audit",
            "index.elasticsearch",
            "index.document",
            "index.indices",
            "index.rebuild",
            "index.search",
            "index.write",
            "operations.cluster",
            "operations.console",
            "operations.replay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "enrich", "index", "operations"})
  void whatAModuleIsMadeOfKnowsNothingOfItsTopAndFormsNoCycle(String service) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + service + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + service)
        .check(CLASSES);
    slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** It shares the topic of submissions with the topology, and nothing else. */
  @Test
  void theGatewayKnowsNothingOfIngest() {
    noClasses()
        .that()
        .resideInAPackage(GATEWAY)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "ingest..").and(not(resideInAPackage(GATEWAY + ".."))))
        .check(CLASSES);
  }
}
