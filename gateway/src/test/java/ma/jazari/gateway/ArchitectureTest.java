package ma.jazari.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ma.jazari.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DECIDING_DOES_NO_IO = noClasses()
            .that()
            .resideInAPackage("..gateway.route..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "java.net.http..",
                    "java.nio..",
                    "jakarta.ws.rs..",
                    "..gateway.forward..",
                    "..gateway.http..");

    @ArchTest
    static final ArchRule MERGING_DOES_NO_IO = noClasses()
            .that()
            .haveSimpleNameStartingWith("FeedMerge")
            .or()
            .haveSimpleNameStartingWith("ServicePage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.net..", "java.nio..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE =
            slices().matching("ma.jazari.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_KNOWS_A_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ma.jazari.institutes..",
                    "ma.jazari.partnerships..",
                    "ma.jazari.events..",
                    "jakarta.persistence..");
}
