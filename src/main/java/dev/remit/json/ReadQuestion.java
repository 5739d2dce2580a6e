package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Question;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading one JSON text: a question, or all its errors.
 *
 * @param id the question's id, as far as it could be read
 * @param question the question; absent if and only if there is an error
 * @param errors the errors, in the order of the text
 */
public record ReadQuestion(Optional<String> id, Optional<Question> question, List<QuestionError> errors) {
    public ReadQuestion {
        requireNonNull(id, "id");
        requireNonNull(question, "question");
        errors = List.copyOf(errors);
        if (question.isPresent() != errors.isEmpty()) {
            throw new IllegalArgumentException("question: expected it exactly if there is no error");
        }
    }

    static ReadQuestion failed(Optional<String> id, List<QuestionError> errors) {
        return new ReadQuestion(id, Optional.empty(), errors);
    }
}
