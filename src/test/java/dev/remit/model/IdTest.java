package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {
    static Stream<Class<?>> kinds() {
        return Arrays.stream(Id.class.getPermittedSubclasses());
    }

    /** Only so does a hash table find its way among many ids of one hash code. */
    @ParameterizedTest
    @MethodSource("kinds")
    void saysThatItCanBeComparedWithItsOwnClass(Class<?> kind) {
        Stream<Type> comparedWith = Arrays.stream(kind.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(each -> each.getRawType() == Comparable.class)
                .map(each -> each.getActualTypeArguments()[0]);

        assertThat(comparedWith).containsExactly(kind);
    }
}
