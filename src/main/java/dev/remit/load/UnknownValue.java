package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.node.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reports a value that an attribute cannot have. */
final class UnknownValue {
    private static final int FEW_ENOUGH_TO_LIST = 12;

    private UnknownValue() {}

    static void report(String attribute, Scalar value, Collection<Id.Value> domain, Diagnostics diagnostics) {
        List<String> words = domain.stream().map(Id.Value::value).sorted().toList();
        Optional<String> known = words.size() > FEW_ENOUGH_TO_LIST
                ? Optional.empty()
                : Optional.of("its values are " + Words.and(words));
        diagnostics.report(
                Code.UNKNOWN_VALUE,
                value.head(),
                Words.quoted(value.text()) + " is no value of " + Words.quoted(attribute),
                Words.didYouMean(value.text(), words).or(() -> known));
    }
}
