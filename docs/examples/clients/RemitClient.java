import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a Remit decision point. Needs nothing but Java 17; give it the JSON of AuthZEN that your service writes. */
public final class RemitClient {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI evaluation;

    public RemitClient(URI decisionPoint) {
        evaluation = decisionPoint.resolve("/access/v1/evaluation");
    }

    /** Whether the caller is let through; an exception if there is no answer. */
    public boolean permits(String accessRequest) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(evaluation)
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(accessRequest))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no answer: " + answer.statusCode());
        }
        return answer.body().startsWith("{\"decision\":true,");
    }

    /** Asks one question: {@code java RemitClient.java ADDRESS JSON}. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(new RemitClient(URI.create(arguments[0])).permits(arguments[1]));
    }
}
