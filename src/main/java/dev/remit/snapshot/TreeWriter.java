package dev.remit.snapshot;

import dev.remit.model.late.LateList;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes values made of records, constants, texts, numbers, dates and collections. Sets and maps are written in sorted
 * order, and repeated values once, so equal values give equal bytes.
 */
final class TreeWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Object, Integer> known = new HashMap<>();
    /** What was written before this part of a long list, which is all that a part may refer to. */
    private final Map<Object, Integer> before;

    private final List<String> files;
    private final boolean isPart;
    /** How to read the components of each class of records that was met. */
    private final Map<Class<?>, List<Method>> accessors;

    /** A writer that replaces the names of a bundle's files by numbers, since they differ if the bundle is moved. */
    TreeWriter(List<String> files) {
        this(files, Map.of(), false, new HashMap<>());
    }

    private TreeWriter(
            List<String> files, Map<Object, Integer> before, boolean isPart, Map<Class<?>, List<Method>> accessors) {
        this.files = files;
        this.before = before;
        this.isPart = isPart;
        this.accessors = accessors;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void write(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer number) {
            tag(Tag.NUMBER);
            number(number);
        } else if (value instanceof Boolean truth) {
            tag(truth ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Optional<?> optional) {
            tag(optional.isPresent() ? Tag.SOME : Tag.NONE);
            optional.ifPresent(this::write);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Set<?> set) {
            all(Tag.SET, new TreeSet<>(set));
        } else if (value instanceof Map<?, ?> map) {
            map(new TreeMap<>(map));
        } else if (value instanceof int[] numbers) {
            tag(Tag.NUMBERS);
            number(numbers.length);
            ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
            buffer.asIntBuffer().put(numbers);
            out.writeBytes(buffer.array());
        } else if (!isKnown(value)) {
            first(value);
        }
    }

    private void text(String text) {
        int file = files.indexOf(text);
        if (file >= 0) {
            tag(Tag.FILE);
            number(file);
        } else if (!isKnown(text)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            tag(Tag.TEXT);
            number(bytes.length);
            out.writeBytes(bytes);
        }
    }

    /** Writes a list; a long one in parts, so that each can be read when it is looked at. */
    private void list(List<?> items) {
        if (isPart || items.size() <= LateList.PART) {
            all(Tag.LIST, items);
            return;
        }
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += LateList.PART) {
            TreeWriter part = new TreeWriter(files, known, true, accessors);
            part.all(Tag.LIST, items.subList(from, Math.min(from + LateList.PART, items.size())));
            parts.add(part.bytes());
        }
        tag(Tag.LATE);
        number(items.size());
        parts.forEach(part -> number(part.length));
        parts.forEach(out::writeBytes);
    }

    private void all(Tag tag, Collection<?> items) {
        tag(tag);
        number(items.size());
        items.forEach(this::write);
    }

    private void map(Map<?, ?> map) {
        tag(Tag.MAP);
        number(map.size());
        map.forEach((key, value) -> {
            write(key);
            write(value);
        });
    }

    /** Whether a value was written before; if so, its number is written. */
    private boolean isKnown(Object value) {
        Integer earlier = before.get(value);
        Integer number = earlier != null ? earlier : known.putIfAbsent(value, before.size() + known.size());
        if (number != null) {
            tag(Tag.AGAIN);
            number(number);
        }
        return number != null;
    }

    private void first(Object value) {
        if (value instanceof LocalDate date) {
            tag(Tag.DATE);
            number(Math.toIntExact(date.toEpochDay()));
        } else if (value instanceof ZoneId zone) {
            tag(Tag.ZONE);
            text(zone.getId());
        } else if (value instanceof Enum<?> constant) {
            tag(Tag.CONSTANT);
            text(constant.getDeclaringClass().getName());
            text(constant.name());
        } else if (value instanceof Record) {
            tag(Tag.RECORD);
            text(value.getClass().getName());
            for (Method accessor : accessors.computeIfAbsent(value.getClass(), TreeWriter::accessors)) {
                write(component(value, accessor));
            }
        } else {
            throw new IllegalArgumentException("no value of a snapshot: " + value.getClass());
        }
    }

    private static List<Method> accessors(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
        }
        return accessors;
    }

    private static Object component(Object value, Method accessor) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record cannot be read: " + value.getClass(), impossible);
        }
    }

    private void tag(Tag tag) {
        out.write(tag.ordinal());
    }

    /** Writes a number with seven bits a byte, and the sign in the lowest bit. */
    private void number(int number) {
        int rest = (number << 1) ^ (number >> 31);
        while ((rest & ~0x7F) != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
