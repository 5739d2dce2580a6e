package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over generated policies, a directory says every word there is to say of a person and a project, and then each of them
 * misspelt: whichever word it is, that is an error which names it and the directory, and never an answer.
 */
class MisspeltDirectoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void reportsEveryKindOfWord(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
        DecisionPoint decisions = DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
        Vocabulary words = policy.vocabulary();
        SplittableRandom random = new SplittableRandom(seed);
        Said said = Said.everything(words, random);
        Question question = Question.mayPerson("pat")
                .perform(words.activities().get(0).id().value())
                .onLevel(words.levels().get(0).id().value())
                .forProject("p1")
                .closed();

        assertThat(decisions
                        .withDirectory(said.directory())
                        .decideEach(question)
                        .answers())
                .as("seed %d", seed)
                .hasSize(words.roles().size());
        for (Misspelt each : said.misspelt(words, random)) {
            InvalidQuestionException mistake = catchThrowableOfType(
                    InvalidQuestionException.class,
                    () -> decisions.withDirectory(each.said().directory()).decideEach(question));

            assertThat(mistake).as("seed %d, `%s`", seed, each.word()).isNotNull();
            assertThat(mistake.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).contains("`" + each.word() + "`"))
                    .extracting(QuestionFault::saidBy)
                    .isEqualTo(QuestionFault.Speaker.DIRECTORY);
        }
    }

    /** What a directory says. */
    private record Said(
            Set<String> roles,
            Map<String, Given> facts,
            Map<String, Given> attributes,
            Map<String, Boolean> permissions) {

        static Said everything(Vocabulary words, SplittableRandom random) {
            Set<String> roles = new LinkedHashSet<>();
            for (VocabularyEntry<?> each : words.roles()) {
                roles.add(each.id().value());
            }
            Map<String, Given> facts = new LinkedHashMap<>();
            for (Fact each : words.facts()) {
                if (each.knownFrom() == Fact.KnownFrom.REGISTER) {
                    say(facts, each.id().value(), each.domain(), random);
                }
            }
            Map<String, Given> attributes = new LinkedHashMap<>();
            for (ProjectAttribute each : words.attributes()) {
                if (each.trueOnlyFor().isPresent()) {
                    continue; // the policy's list decides, and a directory need not say it
                }
                say(attributes, each.id().value(), each.domain(), random);
            }
            Map<String, Boolean> permissions = new LinkedHashMap<>();
            for (OptOutRegister each : words.registers()) {
                permissions.put(each.id().value(), random.nextBoolean());
            }
            return new Said(roles, facts, attributes, permissions);
        }

        private static void say(Map<String, Given> said, String id, Domain domain, SplittableRandom random) {
            String value =
                    domain.values().get(random.nextInt(domain.values().size())).value();
            Optional<Element> element = Element.named(id);
            if (element.isEmpty()) {
                said.put(id, Given.is(value));
                return;
            }
            List<String> one = List.of(element.get().value());
            Given given = random.nextBoolean() ? Given.partly(one, List.of()) : Given.partly(List.of(), one);
            said.merge(
                    element.get().set(),
                    given,
                    (before, more) -> before.joined(more).orElseThrow());
        }

        /** Something that is given, in a word that is none of the policy's. */
        private static Given wrong(Given given) {
            if (given instanceof Given.Is is) {
                return Given.is(wrong(is.value()));
            }
            return given.joined(Given.partly(List.of("valuex"), List.of())).orElseThrow();
        }

        private static String wrongWord(Given given) {
            return given instanceof Given.Is is ? wrong(is.value()) : "valuex";
        }

        Directory directory() {
            return (person, project, moment) -> DirectoryAnswer.of(
                    Optional.of(new PersonAttributes(roles, facts, false)),
                    Optional.of(new ProjectAttributes(attributes, permissions, Map.of())));
        }

        /** The same with each word misspelt in turn, and with each fact that only the caller knows. */
        List<Misspelt> misspelt(Vocabulary words, SplittableRandom random) {
            List<Misspelt> all = new ArrayList<>();
            for (String role : roles) {
                Set<String> others = new LinkedHashSet<>(roles);
                others.remove(role);
                others.add(wrong(role));
                all.add(new Misspelt(wrong(role), new Said(others, facts, attributes, permissions)));
            }
            for (String fact : facts.keySet()) {
                all.add(new Misspelt(wrong(fact), new Said(roles, renamed(facts, fact), attributes, permissions)));
            }
            for (Fact each : words.facts()) {
                if (each.knownFrom() == Fact.KnownFrom.CALLER) {
                    Map<String, Given> more = new LinkedHashMap<>(facts);
                    say(more, each.id().value(), each.domain(), random);
                    String name = Element.owner(each.id().value());
                    all.add(new Misspelt(name, new Said(roles, more, attributes, permissions)));
                }
            }
            attributes.forEach((attribute, value) -> {
                Map<String, Given> other = new LinkedHashMap<>(attributes);
                other.put(attribute, wrong(value));
                all.add(new Misspelt(wrongWord(value), new Said(roles, facts, other, permissions)));
                all.add(new Misspelt(
                        wrong(attribute), new Said(roles, facts, renamed(attributes, attribute), permissions)));
            });
            for (String register : permissions.keySet()) {
                all.add(new Misspelt(
                        wrong(register), new Said(roles, facts, attributes, renamed(permissions, register))));
            }
            return all;
        }

        private static <V> Map<String, V> renamed(Map<String, V> map, String word) {
            Map<String, V> renamed = new LinkedHashMap<>();
            map.forEach((key, value) -> renamed.put(key.equals(word) ? wrong(key) : key, value));
            return renamed;
        }

        private static String wrong(String word) {
            return word + "x";
        }
    }

    /** A word misspelt, and what is said with it. */
    private record Misspelt(String word, Said said) {}
}
