package ma.jazari.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The rules that hold in every service. */
public final class ArchitectureRules {

    public static final ArchRule RESOURCES_DO_NOT_TOUCH_REPOSITORIES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .because("a resource turns HTTP into a use case and back, nothing else");

    public static final ArchRule ONLY_RESOURCES_KNOW_HTTP = noClasses()
            .that()
            .resideInAPackage("ma.jazari..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Query")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("the domain does not know how it is reached");

    public static final ArchRule NOBODY_BUT_THE_PLATFORM_SPEAKS_KAFKA = noClasses()
            .that()
            .resideInAPackage("ma.jazari..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("nothing publishes but the relay, and nothing is consumed but through the inbox");

    private ArchitectureRules() {}

    /** Services do not depend on each other. */
    public static ArchRule standsAlone(String service, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("a service that needs another's record keeps a copy of its own");
    }
}
