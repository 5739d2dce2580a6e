package dev.remit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that users can name is explained, in sentences.
 *
 * <p>The build's javadoc run refuses broken links, tags and markup. It does not ask for a tag a parameter, nor for a comment
 * on a compact constructor, an override, an enum constant or a component of a record within another type, all of which
 * mostly say again what stands above them; they may be left out.
 */
class JavadocTest {

    static Stream<Room> doors() {
        return ArchitectureTest.rooms().stream().filter(room -> room.is(Room.Trait.DOOR));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void explainsWhatUsersCanName(Room door) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources(door)));
            Unexplained unexplained = new Unexplained(DocTrees.instance(task));

            for (CompilationUnitTree unit : task.parse()) {
                unexplained.scan(unit, "");
            }

            assertThat(unexplained.found).isEmpty();
        }
    }

    private static List<Path> sources(Room door) throws IOException {
        Path folder = Path.of("src/main/java", door.packageName().split("\\."));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Walks down public types only and notes what stands there without a comment. */
    private static final class Unexplained extends TreePathScanner<@Nullable Void, String> {

        final List<String> found = new ArrayList<>();
        private final DocTrees docs;

        Unexplained(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String unused) {
            if (!isVisible(type.getModifiers().getFlags())) {
                return null;
            }
            note(type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.RECORD && isTopLevel()) {
                Set<String> explained = explainedComponents();
                componentsOf(type)
                        .filter(component -> !explained.contains(component))
                        .forEach(component -> found.add(type.getSimpleName() + "(" + component + ")"));
            }
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String unused) {
            if (isVisible(method.getModifiers().getFlags()) && !isOverride(method) && !isCanonical(method)) {
                note(owner().getSimpleName() + "." + method.getName() + "()");
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, String unused) {
            if (isVisible(field.getModifiers().getFlags()) && !isComponent(field) && !isConstantOfEnum(field)) {
                note(owner().getSimpleName() + "." + field.getName());
            }
            return null;
        }

        private void note(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFullBody().isEmpty()) {
                found.add(name);
            }
        }

        private Set<String> explainedComponents() {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            return comment == null
                    ? Set.of()
                    : comment.getBlockTags().stream()
                            .filter(ParamTree.class::isInstance)
                            .map(tag -> ((ParamTree) tag).getName().toString())
                            .collect(toSet());
        }

        /** Members of an interface are public without saying so. */
        private boolean isVisible(Set<Modifier> flags) {
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || (isInInterface() && !flags.contains(Modifier.PRIVATE));
        }

        private boolean isInInterface() {
            TreePath parent = getCurrentPath().getParentPath();
            return parent != null && parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
        }

        private boolean isTopLevel() {
            return getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        }

        private ClassTree owner() {
            return (ClassTree) getCurrentPath().getParentPath().getLeaf();
        }

        private static Stream<String> componentsOf(ClassTree record) {
            return record.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(field -> field.getName().toString());
        }

        private boolean isComponent(VariableTree field) {
            return owner().getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private boolean isConstantOfEnum(VariableTree field) {
            return owner().getKind() == Tree.Kind.ENUM
                    && field.getType().toString().equals(owner().getSimpleName().toString());
        }

        /** The constructor of a record that takes its components is explained by them. */
        private boolean isCanonical(MethodTree method) {
            return method.getName().contentEquals("<init>")
                    && owner().getKind() == Tree.Kind.RECORD
                    && (method.getParameters().isEmpty()
                            || method.getParameters().size()
                                    == componentsOf(owner()).count());
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .map(AnnotationTree::getAnnotationType)
                    .anyMatch(type -> type.toString().equals("Override"));
        }
    }
}
