package dev.remit.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.openjdk.jmh.infra.Blackhole;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.DecisionResult;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.BooleanValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/**
 * AuthzForce, asked in its own request model. Every environment is a policy whose target is the environment, so that the
 * rules of the others are not looked at; a rule's cells are its target.
 */
final class AuthzForce implements Contender {
    private static final String XACML = "urn:oasis:names:tc:xacml:3.0:";
    private static final String CATEGORY = XACML + "attribute-category:environment";
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

    private BasePdpEngine engine;
    private DecisionRequest[] requests;

    @Override
    public void write(Workload workload, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("pdp.xml"))) {
            out.write("<pdp xmlns=\"http://authzforce.github.io/core/xmlns/pdp/8\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" version=\"8.1\">\n"
                    + "<policyProvider id=\"policies\" xsi:type=\"StaticPolicyProvider\">\n"
                    + "<PolicySet xmlns=\"" + XACML + "core:schema:wd-17\" PolicySetId=\"root\" Version=\"1.0\""
                    + " PolicyCombiningAlgId=\"" + XACML + "policy-combining-algorithm:deny-overrides\">\n<Target/>\n");
            for (Map.Entry<String, List<RuleRow>> each :
                    workload.rulesByEnvironment().entrySet()) {
                out.write("<Policy PolicyId=\"" + each.getKey() + "\" Version=\"1.0\" RuleCombiningAlgId=\"" + XACML
                        + "rule-combining-algorithm:deny-overrides\">\n<Target>"
                        + anyOf("env", STRING, List.of(each.getKey())) + "</Target>\n");
                for (RuleRow rule : each.getValue()) {
                    out.write(rule(rule, each.getKey()));
                }
                out.write("</Policy>\n");
            }
            out.write(
                    "</PolicySet>\n</policyProvider>\n<rootPolicyRef policySet=\"true\">root</rootPolicyRef>\n</pdp>\n");
        }
    }

    private static String rule(RuleRow rule, String environment) {
        StringBuilder text = new StringBuilder();
        text.append("<Rule RuleId=\"").append(rule.id()).append('-').append(environment);
        text.append("\" Effect=\"").append(rule.permit() ? "Permit" : "Deny").append("\"><Target>");
        rule.words().forEach((field, words) -> text.append(anyOf(field.word(), STRING, words)));
        rule.flags().forEach((flag, must) -> text.append(anyOf(flag.word(), BOOLEAN, List.of(must.toString()))));
        return text.append("</Target></Rule>\n").toString();
    }

    private static String anyOf(String attribute, String datatype, List<String> values) {
        StringBuilder text = new StringBuilder("<AnyOf>");
        for (String value : values) {
            text.append("<AllOf><Match MatchId=\"urn:oasis:names:tc:xacml:1.0:function:")
                    .append(datatype.equals(STRING) ? "string" : "boolean")
                    .append("-equal\"><AttributeValue DataType=\"")
                    .append(datatype)
                    .append("\">")
                    .append(value)
                    .append("</AttributeValue><AttributeDesignator Category=\"")
                    .append(CATEGORY)
                    .append("\" AttributeId=\"")
                    .append(attribute)
                    .append("\" DataType=\"")
                    .append(datatype)
                    .append("\" MustBePresent=\"true\"/></Match></AllOf>");
        }
        return text.append("</AnyOf>").toString();
    }

    @Override
    public void load(Workload workload, Path folder) throws IOException {
        engine = new BasePdpEngine(
                PdpEngineConfiguration.getInstance(folder.resolve("pdp.xml").toString()));
    }

    @Override
    public void prepare(List<Request> some) {
        AttributeFqn environment = name("env");
        Map<Field, AttributeFqn> words = new EnumMap<>(Field.class);
        Arrays.stream(Field.values()).forEach(each -> words.put(each, name(each.word())));
        Map<Flag, AttributeFqn> flags = new EnumMap<>(Flag.class);
        Arrays.stream(Flag.values()).forEach(each -> flags.put(each, name(each.word())));
        requests = new DecisionRequest[some.size()];
        for (int i = 0; i < requests.length; i++) {
            Request it = some.get(i);
            DecisionRequestBuilder<?> builder = engine.newRequestBuilder(1, words.size() + flags.size() + 1);
            builder.putNamedAttributeIfAbsent(environment, bag(it.environment()));
            words.forEach((field, name) -> builder.putNamedAttributeIfAbsent(name, bag(it.word(field))));
            flags.forEach((flag, name) -> builder.putNamedAttributeIfAbsent(
                    name, Bags.singletonAttributeBag(StandardDatatypes.BOOLEAN, BooleanValue.valueOf(it.flag(flag)))));
            requests[i] = builder.build(false);
        }
    }

    private static AttributeFqn name(String attribute) {
        return AttributeFqns.newInstance(CATEGORY, Optional.empty(), attribute);
    }

    private static AttributeBag<StringValue> bag(String word) {
        return Bags.singletonAttributeBag(StandardDatatypes.STRING, new StringValue(word));
    }

    private DecisionResult result(int request) {
        return engine.evaluate(requests[request]);
    }

    @Override
    public boolean permits(int request) {
        return result(request).getDecision() == DecisionType.PERMIT;
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(result(request));
    }
}
