package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Project;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the permissions of projects, and checks that those who granted them could. */
final class PermissionReader {
    private final Reading reading;
    private final PeriodReader periods;
    private final Map<Id.Register, OptOutRegister> registers;

    /**
     * A reader.
     *
     * @param registers the opt-out registers whose declarations can be relied on
     */
    PermissionReader(Reading reading, Map<Id.Register, OptOutRegister> registers) {
        this.reading = reading;
        this.periods = new PeriodReader(reading.diagnostics());
        this.registers = registers;
    }

    /** The permissions of one project. */
    Map<Id.Register, Project.Permission> read(Fields project) {
        Map<Id.Register, Project.Permission> permissions = new HashMap<>();
        for (Entry each : project.entries("permissions")) {
            Optional<Id.Register> register = reading.references().resolve(reading.declared().registers, each.key());
            Optional<Fields> permission = Fields.of(each.value());
            if (register.isPresent() && permission.isPresent()) {
                check(register.get(), permission.get());
                permissions.put(
                        register.get(),
                        new Project.Permission(
                                reading.text(permission.get(), "granted-by"),
                                reading.text(permission.get(), "reference"),
                                periods.read(permission.get(), "granted-on")));
            }
        }
        return permissions;
    }

    private void check(Id.Register id, Fields permission) {
        OptOutRegister register = registers.get(id);
        Optional<Scalar> granted = permission.scalar("granted-by");
        if (register == null || register.approvers().isEmpty() || granted.isEmpty()) {
            return;
        }
        String approver = granted.get().text().strip();
        if (!register.approvers().contains(approver)) {
            List<String> approvers = List.copyOf(register.approvers());
            reading.diagnostics()
                    .report(
                            Code.UNKNOWN_APPROVER,
                            granted.get().head(),
                            Words.quoted(approver) + " cannot grant the permission of opt-out register "
                                    + Words.quoted(id.value()),
                            Words.didYouMean(approver, approvers)
                                    .or(() -> Optional.of("it is granted by " + Words.or(approvers))));
        }
    }
}
