package dev.remit.diagram;

import dev.remit.model.Id;
import java.util.List;

/** A policy does not fit the node budget. */
public final class DiagramTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Id.Rule> rules;

    DiagramTooLarge(List<Id.Rule> rules) {
        super("the policy's decision diagram is larger than its budget", null, false, false);
        this.rules = List.copyOf(rules);
    }

    /** The rules that were being brought together when the budget ran out, by id. */
    public List<Id.Rule> rules() {
        return rules;
    }
}
