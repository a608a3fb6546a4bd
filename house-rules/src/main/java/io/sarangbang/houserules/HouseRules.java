package io.sarangbang.houserules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house rules; each module has a subclass that names its base package. */
public abstract class HouseRules {

    private static final String PROBLEM = "io.sarangbang.defaults.problem.Problem";

    private final String basePackage;
    private final JavaClasses classes;

    /** @param member any class in the module's base package */
    protected HouseRules(Class<?> member) {
        this(member.getPackageName(), new DoNotIncludeTests());
    }

    HouseRules(String basePackage, ImportOption included) {
        this.basePackage = basePackage;
        this.classes = new ClassFileImporter().withImportOption(included).importPackages(basePackage);
    }

    @Test
    void featuresTouchEachOtherOnlyThroughTheirPublicTypes() {
        ApplicationModules.of(basePackage).verify();
    }

    @Test
    void collaboratorsArriveThroughTheConstructor() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    @Test
    void controllersRepositoriesAndEntitiesStayInsideTheirFeature() {
        holds(classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .or()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .or()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notBePublic());
    }

    @Test
    void payloadsAreRecords() {
        holds(classes()
                .that()
                .haveNameMatching(".*[a-z](Request|Response)")
                .and()
                .areNotInterfaces()
                .and()
                .areNotAssignableTo(PROBLEM) // a refusal of a request is no request
                .should()
                .beRecords());
    }

    @Test
    void refusalsAreFinalProblems() {
        holds(classes()
                .that()
                .areAssignableTo(PROBLEM)
                .and()
                .doNotHaveFullyQualifiedName(PROBLEM)
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
    }

    @Test
    void refusalsAreCatalogued() throws IOException {
        var problems = classes.stream()
                .filter(it -> it.isAssignableTo(PROBLEM) && !it.getName().equals(PROBLEM))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        var module = Path.of("").toAbsolutePath().getFileName().toString();
        assertThat(ProblemCatalogue.read().differences(module, problems)).isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() {
        holds(noClasses()
                .should()
                .haveNameMatching(".*\\.\\w*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)")
                .because("a class is named after what it is in the domain"));
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        holds(noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                        are(resideInAPackage("..(util|utils|common|helper|helpers|impl|dto)..")))));
    }

    @Test
    void nothingPrintsToTheConsoleOrThrowsBareExceptions() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
        holds(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }

    private void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
