package dev.remit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.remit.CompiledRooms.outermost;
import static dev.remit.CompiledRooms.packageOf;
import static dev.remit.Room.Trait.CLOSED;
import static dev.remit.Room.Trait.DOOR;
import static dev.remit.Room.Trait.PURE;
import static dev.remit.Room.Trait.TALKS;
import static dev.remit.Room.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The map of {@code docs/internals/architecture.md} as data, held against the compiled classes.
 *
 * <p>A new room, arrow or library is drawn here first; without that the build fails.
 */
class ArchitectureTest {

    /** The rooms from the ground up: an arrow only ever points at a room further up this list. */
    private static final List<Room> MAP = List.of(
            room("writing", PURE, CLOSED).with("com.google.errorprone.annotations"),
            room("model", DOOR, PURE, CLOSED),
            room("source", DOOR, PURE).usesOnly("model", "PolicyPath"),
            room("diagnostic", DOOR, PURE).uses("writing", "source"),
            room("node", PURE).uses("source", "diagnostic").with("org.yaml.snakeyaml"),
            room("grammar", PURE).uses("source", "diagnostic", "node"),
            room("clauses", PURE).uses("source", "diagnostic", "model"),
            room("signing", CLOSED),
            room("load", DOOR).uses("source", "diagnostic", "node", "grammar", "model"),
            room("diagram", PURE).uses("model"),
            room("decide", DOOR, PURE, CLOSED)
                    .uses("writing", "model", "diagram")
                    .usesOnly("source", "SourceMap", "Span")
                    .usesOnly("diagnostic", "Nearest"),
            room("analyze", DOOR, PURE).uses("model", "diagram", "decide"),
            room("fixture", PURE)
                    .uses("writing", "source", "diagnostic", "node", "grammar", "model", "decide", "analyze"),
            room("report", DOOR, PURE)
                    .uses("writing", "model", "clauses", "decide", "analyze", "fixture", "source", "diagnostic"),
            room("snapshot").uses("source", "diagnostic", "model", "load", "diagram", "decide"),
            room("", DOOR).uses("source", "diagnostic", "model", "load", "diagram", "decide", "snapshot"),
            room("json", DOOR)
                    .uses(
                            "source",
                            "diagnostic",
                            "grammar",
                            "model",
                            "clauses",
                            "decide",
                            "analyze",
                            "fixture",
                            "report")
                    .with("com.fasterxml.jackson"),
            room("record", DOOR).uses("model", "signing", "decide", "analyze", "report", "json"),
            room("check", DOOR)
                    .uses(
                            "source",
                            "diagnostic",
                            "model",
                            "clauses",
                            "signing",
                            "load",
                            "decide",
                            "analyze",
                            "fixture",
                            "report",
                            "",
                            "json"),
            room("live", DOOR)
                    .uses(
                            "source",
                            "diagnostic",
                            "model",
                            "signing",
                            "load",
                            "decide",
                            "analyze",
                            "report",
                            "snapshot",
                            "",
                            "json",
                            "record",
                            "check"),
            room("http")
                    .uses(
                            "source",
                            "diagnostic",
                            "node",
                            "grammar",
                            "model",
                            "decide",
                            "analyze",
                            "report",
                            "",
                            "json",
                            "signing",
                            "record",
                            "live")
                    .with("org.eclipse.jetty", "io.prometheus"),
            room("cli", TALKS)
                    .uses(
                            "writing",
                            "source",
                            "diagnostic",
                            "grammar",
                            "model",
                            "clauses",
                            "load",
                            "diagram",
                            "decide",
                            "analyze",
                            "fixture",
                            "report",
                            "",
                            "json",
                            "signing",
                            "record",
                            "check",
                            "live",
                            "http")
                    .with("picocli"),
            room("testing", DOOR)
                    .uses("source", "diagnostic", "model", "load", "decide", "analyze", "fixture", "", "report")
                    .with("org.assertj", "org.junit.jupiter"));

    /** Interfaces in closed rooms that users of the library are meant to implement. */
    private static final Set<String> OPEN_ON_PURPOSE = Set.of(
            "dev.remit.decide.Directory",
            "dev.remit.decide.DecisionListener",
            "dev.remit.decide.DecisionRecorder",
            "dev.remit.decide.Validity");

    /** The Java platform's own packages and the null annotations need no drawing. */
    private static final List<String> EVERYWHERE = List.of("java", "javax.crypto", "org.jspecify");

    private static final List<String> OUTSIDE_WORLD = List.of(
            "java\\.nio\\.file\\..*",
            "java\\.net\\.(?!URI$|URISyntaxException$).*",
            "java\\.io\\.(File|Random|Console|Print|ObjectInput|ObjectOutput).*",
            "java\\.lang\\.(Process.*|Runtime)",
            "java\\.util\\.(Random|SplittableRandom|Timer|Scanner)",
            "java\\.util\\.prefs\\..*");

    private static final List<String> CLOCK_AND_ENVIRONMENT = List.of(
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

    private static final int LONGEST_FILE = 400;

    private static final CompiledRooms BUILT = CompiledRooms.around(Span.class);

    static List<Room> rooms() {
        return MAP;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheRoomsItsArrowsPointAt(Room room) {
        assertThat(BUILT.usesIn(room)
                        .filter(use -> roomOf(use.getTargetClass())
                                .filter(other -> !room.mayUse(other.name(), outermost(use.getTargetClass())))
                                .isPresent())
                        .map(Dependency::getDescription))
                .as("uses of rooms that no arrow from %s points at", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyItsOwnLibraries(Room room) {
        assertThat(BUILT.usesIn(room)
                        .filter(use -> roomOf(use.getTargetClass()).isEmpty())
                        .filter(use -> !isDrawnLibrary(room, packageOf(use.getTargetClass())))
                        .map(Dependency::getDescription))
                .as("uses of libraries outside their room, in %s", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsTheOutsideWorldOnlyWhereDrawn(Room room) {
        assertThat(Stream.concat(BUILT.mentionsIn(room, OUTSIDE_WORLD), BUILT.accessesIn(room, CLOCK_AND_ENVIRONMENT))
                        .filter(use -> room.is(PURE)))
                .as("files, network, chance, clock or environment in %s, which works on what it is handed", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void talksToPeopleOnlyWhereDrawn(Room room) {
        assertThat(BUILT.accessesIn(room, TALK).filter(use -> !room.is(TALKS)))
                .as("standard streams and exits in %s", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void keepsNoLog(Room room) {
        assertThat(Stream.concat(BUILT.mentionsIn(room, LOGGERS), BUILT.accessesIn(room, LOGGERS)))
                .as("loggers in %s", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void closesItsPublicTypesWhereDrawn(Room room) {
        assertThat(BUILT.classesOf(room)
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
    void hasNeitherSettersNorGetters(Room room) {
        assertThat(BUILT.classesOf(room)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> isNamed(method, "set") || (room.is(DOOR) && isNamed(method, "get")))
                        .filter(method -> !isInherited(method))
                        .map(JavaMethod::getFullName))
                .as("setters and getters in %s", room)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void hasNoPublicFieldsButConstants(Room room) {
        assertThat(BUILT.classesOf(room)
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
        assertThat(BUILT.classesOf(room).filter(type -> !type.getSimpleName().equals("package-info")))
                .as("classes of %s, which the map draws", room)
                .isNotEmpty();
        assertThat(BUILT.classesOf(room)
                        .map(JavaClass::getPackage)
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                        .map(each -> each.getName())
                        .distinct())
                .as("packages of %s without @NullMarked in their package-info", room)
                .isEmpty();
    }

    @Test
    void drawsEveryPackageThatExists() {
        assertThat(BUILT.all().stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> MAP.stream().noneMatch(room -> room.holds(name))))
                .as("packages that the map does not draw")
                .isEmpty();
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
        slices().matching("dev.remit.(*)..").should().beFreeOfCycles().check(BUILT.all());
    }

    @Test
    void exportsTheDoorsAndNothingElse() {
        ModuleDescriptor module =
                ModuleFinder.of(BUILT.folder()).find("dev.remit").orElseThrow().descriptor();

        assertThat(module.exports().stream()
                        .filter(export -> !export.isQualified())
                        .map(export -> MAP.stream()
                                .filter(room -> room.holds(export.source()))
                                .findFirst()
                                .orElseThrow())
                        .distinct())
                .as("rooms of which module-info exports something")
                .containsExactlyInAnyOrderElementsOf(
                        MAP.stream().filter(room -> room.is(DOOR)).toList());
    }

    @Test
    void namesTypesAfterWhatTheyAre() {
        assertThat(BUILT.all().stream()
                        .map(JavaClass::getSimpleName)
                        .filter(Pattern.compile("(Impl|Manager|Helpers?|Utils?)$")
                                .asPredicate()))
                .as("names that say nothing")
                .isEmpty();
    }

    @Test
    void keepsFilesShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> lines(file) > LONGEST_FILE))
                    .as("files of more than %s lines", LONGEST_FILE)
                    .isEmpty();
        }
    }

    private static Optional<Room> roomOf(JavaClass type) {
        return MAP.stream().filter(room -> room.holds(packageOf(type))).findFirst();
    }

    private static boolean isDrawnLibrary(Room room, String packageName) {
        return Stream.concat(EVERYWHERE.stream(), room.libraries().stream())
                .anyMatch(library -> packageName.equals(library) || packageName.startsWith(library + "."));
    }

    private static boolean isNamed(JavaMethod method, String prefix) {
        return method.getName().matches(prefix + "[A-Z].*");
    }

    /** What a class inherits, such as an exception's message, keeps the name it has. */
    private static boolean isInherited(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(ancestor -> ancestor.getMethods().stream())
                .anyMatch(inherited -> inherited.getName().equals(method.getName()));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
