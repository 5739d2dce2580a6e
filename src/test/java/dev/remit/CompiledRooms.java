package dev.remit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The compiled classes of the library, asked room by room.
 *
 * @param folder where they lie
 * @param all every class
 */
record CompiledRooms(Path folder, JavaClasses all) {

    /** The rooms compiled together with a class. */
    static CompiledRooms around(Class<?> member) {
        try {
            Path folder = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new CompiledRooms(folder, new ClassFileImporter().importPath(folder));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Stream<JavaClass> classesOf(Room room) {
        return all.stream().filter(type -> room.holds(type.getPackageName()));
    }

    /** Every mention of a type from inside a room, arrays as what they hold. */
    Stream<Dependency> usesIn(Room room) {
        return classesOf(room)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !use.getTargetClass().getBaseComponentType().isPrimitive());
    }

    /** The mentions of types whose full name is of one of these patterns, in words. */
    Stream<String> mentionsIn(Room room, List<String> types) {
        return usesIn(room)
                .filter(use -> matches(types, use.getTargetClass().getName()))
                .map(Dependency::getDescription);
    }

    /** The calls and field accesses whose {@code owner.name} is of one of these patterns, in words. */
    Stream<String> accessesIn(Room room, List<String> members) {
        return classesOf(room)
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> matches(members, access.getTargetOwner().getName() + "." + access.getName()))
                .map(JavaAccess::getDescription);
    }

    static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    /** The simple name of the top-level type that a type is written in. */
    static String outermost(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(name::matches);
    }
}
