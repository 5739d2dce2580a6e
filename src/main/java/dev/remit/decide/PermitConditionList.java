package dev.remit.decide;

import java.util.List;

/**
 * The conditions under which a question is permitted, any one of which will do.
 *
 * @param conditions the conditions, smallest first; none if it is permitted in no state of the world that can be
 * @param complete whether there are no others
 */
public record PermitConditionList(List<PermitCondition> conditions, boolean complete) {
    public PermitConditionList {
        conditions = List.copyOf(conditions);
    }
}
