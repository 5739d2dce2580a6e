package dev.remit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.remit.Room.Trait.CLOSED;
import static dev.remit.Room.Trait.DOOR;
import static dev.remit.Room.Trait.PURE;
import static dev.remit.Room.Trait.TALKS;
import static dev.remit.Room.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The map of {@code docs/architecture.md} as data, held against the compiled classes.
 *
 * <p>A new room, arrow or library is drawn here first; without that the build fails.
 */
class ArchitectureTest {

    /** The rooms from the ground up: an arrow only ever points at a room further up this list. */
    private static final List<Room> MAP = List.of(
            room("source", DOOR, PURE),
            room("diagnostic", DOOR, PURE).uses("source"),
            room("node", PURE).uses("source", "diagnostic").with("org.yaml.snakeyaml"),
            room("grammar", PURE).uses("source", "diagnostic", "node"),
            room("model", DOOR, PURE, CLOSED),
            room("load", DOOR).uses("source", "diagnostic", "node", "grammar", "model"),
            room("diagram", PURE).uses("model"),
            room("decide", DOOR, PURE, CLOSED)
                    .uses("model", "diagram")
                    .usesOnly("source", "SourceMap", "Span")
                    .usesOnly("diagnostic", "Nearest"),
            room("", DOOR).uses("source", "diagnostic", "model", "load", "diagram", "decide"),
            room("json")
                    .uses("source", "diagnostic", "grammar", "model", "decide")
                    .with("com.fasterxml.jackson"),
            room("cli", TALKS)
                    .uses("source", "diagnostic", "grammar", "model", "load", "diagram", "decide", "", "json")
                    .with("picocli"));

    /** Interfaces in closed rooms that users of the library are meant to implement. */
    private static final Set<String> OPEN_ON_PURPOSE = Set.of();

    private static final Set<String> EVERYWHERE = Set.of("java", "org.jspecify");

    private static final List<String> OUTSIDE_WORLD = List.of(
            "java\\.nio\\.file\\..*",
            "java\\.net\\.(?!URI$|URISyntaxException$).*",
            "java\\.io\\.(File|Random|Console|Print|ObjectInput|ObjectOutput).*",
            "java\\.lang\\.(Process|Runtime).*",
            "java\\.util\\.(Random|SplittableRandom|Timer|Scanner)",
            "java\\.util\\.prefs\\..*");

    private static final List<String> OUTSIDE_WORLD_CALLS = List.of(
            "java\\.time\\..*\\.now",
            "java\\.time\\.Clock\\.(system|tick).*",
            "java\\.time\\.ZoneId\\.systemDefault",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties|lineSeparator|in)",
            "java\\.util\\.(Locale|TimeZone)\\.getDefault",
            "java\\.nio\\.charset\\.Charset\\.defaultCharset",
            "java\\.lang\\.Math\\.random",
            "java\\.util\\.UUID\\.randomUUID");

    private static final List<String> TALK = List.of(
            "java\\.lang\\.System\\.(out|err|exit)", "java\\.lang\\.Runtime\\.(exit|halt)", ".*\\.printStackTrace");

    private static final List<String> LOGGERS = List.of(
            "java\\.util\\.logging\\..*", "java\\.lang\\.System\\$Logger.*", "java\\.lang\\.System\\.getLogger");

    private static final Path CLASSES = compiledClasses();

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(CLASSES);

    static List<Room> rooms() {
        return MAP;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheRoomsItsArrowsPointAt(Room room) {
        assertThat(uses(room).filter(use -> !isDrawn(room, use.getTargetClass())))
                .as("uses of rooms that no arrow from %s points at", room)
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyItsOwnLibraries(Room room) {
        assertThat(uses(room)
                        .filter(use -> roomOf(use.getTargetClass()).isEmpty())
                        .filter(use -> !isAllowedLibrary(room, packageOf(use.getTargetClass()))))
                .as("uses of libraries outside their room, in %s", room)
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsTheOutsideWorldOnlyWhereDrawn(Room room) {
        assertThat(uses(room)
                        .filter(use -> room.is(PURE))
                        .filter(use ->
                                matches(OUTSIDE_WORLD, use.getTargetClass().getName()))
                        .map(Dependency::getDescription))
                .as("files, network or chance in %s, which works on what it is handed", room)
                .isEmpty();
        assertThat(calls(room, OUTSIDE_WORLD_CALLS).filter(call -> room.is(PURE)))
                .as("clock or environment in %s, which works on what it is handed", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void talksToPeopleOnlyWhereDrawn(Room room) {
        assertThat(calls(room, TALK).filter(call -> !room.is(TALKS)))
                .as("standard streams and exits in %s", room)
                .isEmpty();
        assertThat(Stream.concat(
                        calls(room, LOGGERS),
                        uses(room)
                                .filter(use ->
                                        matches(LOGGERS, use.getTargetClass().getName()))
                                .map(Dependency::getDescription)))
                .as("loggers in %s", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void closesItsPublicTypesWhereDrawn(Room room) {
        assertThat(classesOf(room)
                        .filter(type -> room.is(CLOSED) && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect)
                        .filter(type -> !Modifier.isFinal(type.getModifiers()) && !type.isSealed())
                        .map(Class::getName)
                        .filter(name -> !OPEN_ON_PURPOSE.contains(name)))
                .as("public types of %s that are neither record, enum, sealed nor final", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void hasNeitherSettersNorGettersNorBareFields(Room room) {
        assertThat(classesOf(room)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> isSetter(method) || (room.is(DOOR) && isGetter(method)))
                        .map(JavaMethod::getFullName))
                .as("setters and getters in %s", room)
                .isEmpty();
        assertThat(classesOf(room)
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field ->
                                !field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL)))
                        .map(JavaField::getFullName))
                .as("public fields in %s that are no constants", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void isBuiltAndNullMarked(Room room) {
        assertThat(classesOf(room).filter(type -> !type.getSimpleName().equals("package-info")))
                .as("classes of %s, which the map draws", room)
                .isNotEmpty();
        assertThat(MAIN.getPackage(room.packageName()).isAnnotatedWith(NullMarked.class))
                .as("@NullMarked in the package-info of %s", room)
                .isTrue();
    }

    @Test
    void drawsEveryPackageThatExists() {
        assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
                .as("packages that the map does not draw")
                .isSubsetOf(MAP.stream().map(Room::packageName).toList());
    }

    @Test
    void drawsArrowsInOneDirection() {
        for (Room room : MAP) {
            List<String> above =
                    MAP.subList(0, MAP.indexOf(room)).stream().map(Room::name).toList();

            assertThat(above)
                    .as("rooms before %s on the map", room)
                    .containsAll(room.arrows().keySet());
        }
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.remit.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void exportsTheDoorsAndNothingElse() {
        ModuleDescriptor module =
                ModuleFinder.of(CLASSES).find("dev.remit").orElseThrow().descriptor();

        assertThat(module.exports().stream()
                        .filter(export -> !export.isQualified())
                        .map(ModuleDescriptor.Exports::source))
                .as("packages that module-info exports")
                .containsExactlyInAnyOrderElementsOf(MAP.stream()
                        .filter(room -> room.is(DOOR))
                        .map(Room::packageName)
                        .toList());
    }

    @Test
    void namesTypesAfterWhatTheyAre() {
        assertThat(MAIN.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(Pattern.compile("(Impl|Manager|Helpers?|Utils?)$")
                                .asPredicate()))
                .as("names that say nothing")
                .isEmpty();
    }

    @Test
    void keepsFilesShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(file -> lines(file) > 400))
                    .as("files of more than 400 lines")
                    .isEmpty();
        }
    }

    private static boolean isDrawn(Room room, JavaClass target) {
        return roomOf(target)
                .map(other -> room.mayUse(other.name(), outermost(target)))
                .orElse(true);
    }

    private static boolean isAllowedLibrary(Room room, String packageName) {
        return EVERYWHERE.stream().anyMatch(library -> Room.isWithin(packageName, library))
                || room.mayUseLibrary(packageName);
    }

    private static Optional<Room> roomOf(JavaClass type) {
        return MAP.stream()
                .filter(room -> room.packageName().equals(packageOf(type)))
                .findFirst();
    }

    private static Stream<JavaClass> classesOf(Room room) {
        return MAIN.stream().filter(type -> type.getPackageName().equals(room.packageName()));
    }

    private static Stream<Dependency> uses(Room room) {
        return classesOf(room)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !use.getTargetClass().getBaseComponentType().isPrimitive());
    }

    private static Stream<String> calls(Room room, List<String> patterns) {
        return classesOf(room)
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> matches(patterns, access.getTargetOwner().getName() + "." + access.getName()))
                .map(JavaAccess::getDescription);
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }

    private static boolean isSetter(JavaMethod method) {
        return method.getName().matches("set[A-Z].*");
    }

    /** What a class inherits, such as an exception's message, keeps the name it has. */
    private static boolean isGetter(JavaMethod method) {
        Predicate<JavaClass> declares = type -> type.getMethods().stream()
                .anyMatch(inherited -> inherited.getName().equals(method.getName()));
        return method.getName().matches("get[A-Z].*")
                && Stream.concat(
                                method.getOwner().getAllRawSuperclasses().stream(),
                                method.getOwner().getAllRawInterfaces().stream())
                        .noneMatch(declares);
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(name::matches);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path compiledClasses() {
        try {
            return Path.of(Span.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
