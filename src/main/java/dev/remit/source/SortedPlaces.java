package dev.remit.source;

import dev.remit.model.PolicyPath;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Places in the order of their paths, found by halves, so that of two lists little is looked at. */
final class SortedPlaces extends AbstractMap<PolicyPath, Span> {
    private final List<PolicyPath> paths;
    private final List<Span> spans;

    SortedPlaces(List<PolicyPath> paths, List<Span> spans) {
        if (paths.size() != spans.size()) {
            throw new IllegalArgumentException("expected a place for each of " + paths.size() + " paths");
        }
        this.paths = paths;
        this.spans = spans;
    }

    @Override
    public @Nullable Span get(@Nullable Object path) {
        int place = path instanceof PolicyPath known ? Collections.binarySearch(paths, known) : -1;
        return place < 0 ? null : spans.get(place);
    }

    @Override
    public boolean containsKey(@Nullable Object path) {
        return get(path) != null;
    }

    @Override
    public Set<Map.Entry<PolicyPath, Span>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<PolicyPath, Span>> iterator() {
                return IntStream.range(0, paths.size())
                        .mapToObj(place -> Map.entry(paths.get(place), spans.get(place)))
                        .iterator();
            }

            @Override
            public int size() {
                return paths.size();
            }
        };
    }
}
