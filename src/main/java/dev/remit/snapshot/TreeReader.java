package dev.remit.snapshot;

import dev.remit.model.late.LateList;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what {@link TreeWriter} wrote. Records are made by their constructors, so that each checks itself again.
 *
 * <p>It throws some unchecked exception if the bytes are not such values.
 */
final class TreeReader {
    /** The prefix of the classes it may make values of: those of this library alone. */
    private static final String OURS = "dev.remit.";

    private final byte[] bytes;
    private final List<String> files;
    /** What was read before this part of a long list. */
    private final List<Object> before;

    private final List<Object> known = new ArrayList<>();
    private final Map<String, Constructor<?>> constructors;
    private int next;

    TreeReader(byte[] bytes, int start, List<String> files) {
        this(bytes, start, files, List.of(), new ConcurrentHashMap<>());
    }

    private TreeReader(
            byte[] bytes,
            int start,
            List<String> files,
            List<Object> before,
            Map<String, Constructor<?>> constructors) {
        this.bytes = bytes;
        this.files = files;
        this.before = before;
        this.constructors = constructors;
        next = start;
    }

    Object read() {
        Tag tag = Tag.of(bytes[next++]);
        return switch (tag) {
            case AGAIN -> again(number());
            case FILE -> files.get(number());
            case NUMBER -> number();
            case FALSE -> false;
            case TRUE -> true;
            case NONE -> Optional.empty();
            case SOME -> Optional.of(read());
            case LIST -> list();
            case LATE -> late();
            case SET -> set();
            case MAP -> map();
            case NUMBERS -> numbers();
            case TEXT, DATE, ZONE, CONSTANT, RECORD -> first(tag);
        };
    }

    private Object again(int number) {
        return number < before.size() ? before.get(number) : known.get(number - before.size());
    }

    /** Finds out where the parts of a long list are, and reads none of them. */
    private List<Object> late() {
        int size = number();
        int[] starts = new int[Math.floorDiv(size + LateList.PART - 1, LateList.PART)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = number();
        }
        for (int i = 0; i < starts.length; i++) {
            int length = starts[i];
            starts[i] = next;
            next += length;
        }
        // A copy, since reading goes on.
        List<Object> earlier = List.copyOf(known);
        return new LateList<>(size, part -> part(starts[part], earlier));
    }

    private List<Object> part(int start, List<Object> earlier) {
        TreeReader reader = new TreeReader(bytes, start, files, earlier, constructors);
        reader.next++;
        return reader.list();
    }

    /** Reads a value that may be repeated: it gets its number before its parts do. */
    private Object first(Tag tag) {
        int number = known.size();
        known.add(tag);
        Object value = switch (tag) {
            case TEXT -> text();
            case DATE -> LocalDate.ofEpochDay(number());
            case ZONE -> ZoneId.of((String) read());
            case CONSTANT -> constant();
            default -> made();
        };
        known.set(number, value);
        return value;
    }

    private String text() {
        int length = number();
        next += length;
        return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    private List<Object> list() {
        int size = number();
        List<Object> items = new ArrayList<>(Math.min(size, bytes.length));
        for (int i = 0; i < size; i++) {
            items.add(read());
        }
        return items;
    }

    private Set<Object> set() {
        return new LinkedHashSet<>(list());
    }

    private Map<Object, Object> map() {
        int size = number();
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            entries.put(read(), read());
        }
        return entries;
    }

    private int[] numbers() {
        int[] numbers = new int[number()];
        int length = numbers.length * Integer.BYTES;
        ByteBuffer.wrap(bytes, next, length).asIntBuffer().get(numbers);
        next += length;
        return numbers;
    }

    private Object constant() {
        Class<?> type = type();
        String name = (String) read();
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no constant of " + type + ": " + name);
    }

    private Class<?> type() {
        return type((String) read());
    }

    private static Class<?> type(String name) {
        try {
            if (!name.startsWith(OURS)) {
                throw new IllegalArgumentException("not of this library: " + name);
            }
            return Class.forName(name);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("no class of this library: " + name, unknown);
        }
    }

    private Object made() {
        Constructor<?> constructor = constructors.computeIfAbsent((String) read(), TreeReader::constructor);
        Object[] components = new Object[constructor.getParameterCount()];
        for (int i = 0; i < components.length; i++) {
            components[i] = read();
        }
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException("no such record: " + constructor, refused);
        }
    }

    private static Constructor<?> constructor(String name) {
        RecordComponent[] components = type(name).getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> canonical = type(name).getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without its constructor: " + name, impossible);
        }
    }

    private int number() {
        int rest = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[next++];
            rest |= (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }
}
