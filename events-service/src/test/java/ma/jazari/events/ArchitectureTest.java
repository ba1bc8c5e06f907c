package ma.jazari.events;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ma.jazari.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "ma.jazari.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule RESOURCES = ArchitectureRules.RESOURCES_DO_NOT_TOUCH_REPOSITORIES;

    @ArchTest
    static final ArchRule HTTP = ArchitectureRules.ONLY_RESOURCES_KNOW_HTTP;

    @ArchTest
    static final ArchRule KAFKA = ArchitectureRules.NOBODY_BUT_THE_PLATFORM_SPEAKS_KAFKA;

    @ArchTest
    static final ArchRule ALONE =
            ArchitectureRules.standsAlone("ma.jazari.events", "ma.jazari.partnerships..", "ma.jazari.institutes..");
}
