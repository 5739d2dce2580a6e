package dev.remit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;

/** Runs the functions of the page's script that answer, on the tables of one policy, without a browser. */
final class Browserless implements AutoCloseable {
    /** What a test asks of the script: the answers in words, several questions a call. */
    private static final String ASKED = """
            function sorted(names) { return names.slice().sort().join(' '); }
            function entries(population) {
              return Object.keys(population).sort().map(function (register) {
                const each = population[register];
                return register + '=' + each.outcome + '/' + each.list + '/' + each.keep + '/' + each.ifListMissing + '/'
                  + each.flag;
              }).join(' ');
            }
            function value(name, place) { return place === undefined ? '' : tables.variables[policy.places[name]].values[place]; }
            const told = policy.outcomes.map(function (outcome) {
              if (outcome.answer === 'PERMITTED') {
                return 'PERMITTED ' + outcome.basis + ' [' + outcome.grants.map(function (number) {
                  const grant = tables.grants[number];
                  return tables.rules[grant.rule].id + ' ' + grant.always + ' ' + value('category', grant.category) + ' '
                    + value('route', grant.route) + ' {' + entries(tables.populations[grant.population]) + '} '
                    + sorted(tables.obligationSets[grant.obligations]);
                }).join('; ') + '] {' + entries(tables.populations[outcome.population]) + '} '
                  + sorted(tables.obligationSets[outcome.obligations]);
              }
              return outcome.answer + ' ' + outcome.basis + ' '
                + (outcome.forbiddenBy || []).map(function (rule) { return tables.rules[rule].id; }).join(' ');
            });
            function answers(questions) {
              return questions.map(function (question) {
                const end = policy.decide(question);
                return told[end] + (policy.outcomes[end].answer === 'UNDETERMINED' ? policy.missing(question).join(' ') : '');
              });
            }
            function phrase(so) {
              return so.map(function (each) {
                const variable = tables.variables[each[0]];
                return variable.name + ':' + each[1].map(function (place) { return variable.values[place]; }).join('|');
              }).join(' ');
            }
            function conditions(questions) {
              return questions.map(function (question) {
                const found = policy.permittedIf(question);
                return found.ways.map(function (way) {
                  return value('category', way.category < 0 ? undefined : way.category) + ','
                    + value('route', way.route < 0 ? undefined : way.route) + ' ' + phrase(way.so) + ' +'
                    + Array.from(new Set(way.alsoTell.map(policy.ownerOf))).sort().join(' ');
                }).join('; ') + (found.more ? ' more' : '');
              });
            }
            function changes(questions) {
              return questions.map(function (question) {
                const found = policy.changes(question);
                return found.changes.map(phrase).join('; ') + (found.more ? ' more' : '');
              });
            }
            function nearest(questions) {
              return questions.map(function (question) {
                return policy.nearest(question).map(function (each) {
                  return tables.rules[each.rule].id + ' lacks ' + phrase(each.lacks);
                }).join('; ');
              });
            }
            """;

    /** Compiled once for all policies. */
    private static final Map<String, Script> COMPILED = new ConcurrentHashMap<>();

    private final Context context;
    private final Scriptable scope;

    /** Loads the script, or another in its place, with the tables of a policy. */
    @SuppressWarnings("deprecation") // whatever the levels are called in a newer release
    Browserless(String script, String tables) {
        context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setOptimizationLevel(9);
        scope = context.initSafeStandardObjects();
        scope.put("text", scope, tables);
        run("const tables = JSON.parse(text);", "tables");
        run(script, "script");
        run("const policy = policyOf(tables);" + ASKED, "test");
    }

    private void run(String source, String name) {
        COMPILED.computeIfAbsent(source, each -> context.compileString(each, name, 1, null))
                .exec(context, scope);
    }

    /** Calls a function on several questions, each a list of the places of values. */
    List<String> ask(String function, List<int[]> questions) {
        Object[] lists = questions.stream()
                .map(each -> context.newArray(scope, box(each)))
                .toArray();
        Function called = (Function) scope.get(function, scope);
        NativeArray answers =
                (NativeArray) called.call(context, scope, scope, new Object[] {context.newArray(scope, lists)});
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < answers.getLength(); i++) {
            texts.add(Context.toString(answers.get(i, answers)));
        }
        return texts;
    }

    private static Object[] box(int[] values) {
        Object[] boxed = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    @Override
    public void close() {
        Context.exit();
    }
}
