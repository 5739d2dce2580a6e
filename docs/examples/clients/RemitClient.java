import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks a Remit decision point. Needs nothing but Java 17; give it the JSON of AuthZEN that your service writes. */
public final class RemitClient {
    /** A decision stands first in an answer; with a library for JSON at hand, read the member instead. */
    private static final Pattern PERMITTED = Pattern.compile("\\s*\\{\\s*\"decision\"\\s*:\\s*true\\s*[,}]");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI evaluation;
    private final String token;

    /** Asks a decision point that wants no token. */
    public RemitClient(URI decisionPoint) {
        this(decisionPoint, "");
    }

    /** Asks with a token; none if it is empty. */
    public RemitClient(URI decisionPoint, String token) {
        evaluation = decisionPoint.resolve("/access/v1/evaluation");
        this.token = token;
    }

    /** Whether the caller is let through; an exception if there is no answer. */
    public boolean permits(String accessRequest) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(evaluation)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(accessRequest));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no answer: " + answer.statusCode());
        }
        return PERMITTED.matcher(answer.body()).lookingAt();
    }

    /** Asks one question: {@code java RemitClient.java ADDRESS JSON [TOKEN]}. */
    public static void main(String[] arguments) throws Exception {
        String token = arguments.length > 2 ? arguments[2] : "";
        System.out.println(new RemitClient(URI.create(arguments[0]), token).permits(arguments[1]));
    }
}
