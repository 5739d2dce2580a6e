package consumer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Uses Remit as a stranger would. */
public final class Consumer {

    private Consumer() {}

    /**
     * Asks one question.
     *
     * @param arguments how this program was started, for its output
     * @throws IOException if the jar cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (InputStream index = Consumer.class.getClassLoader().getResourceAsStream("META-INF/remit/policy/index")) {
            System.out.println(arguments[0] + ": " + new String(index.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
