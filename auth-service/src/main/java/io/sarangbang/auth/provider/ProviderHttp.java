package io.sarangbang.auth.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider: for so long and no longer, for so much and no more, and follows it nowhere. */
@Component
class ProviderHttp {

    private static final int LARGEST = 64 * 1024;

    private final HttpClient http;
    private final Duration patience;
    private final JsonMapper json;

    ProviderHttp(ProviderSettings settings, JsonMapper json) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = settings.answerTimeout();
        this.json = json;
    }

    Answer post(String address, MultiValueMap<String, String> form) {
        return ask(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE + ";charset=utf-8")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    /** With an authorization of another kind than a person's token. */
    Answer post(String address, MultiValueMap<String, String> form, String authorization) {
        return ask(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", authorization)
                .header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE + ";charset=utf-8")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    /** A document that is public. */
    Answer get(String address) {
        return ask(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    Answer get(String address, String accessToken) {
        return ask(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + accessToken)
                .GET());
    }

    private static String encode(MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(it -> encode(field.getKey()) + "=" + encode(it)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer ask(HttpRequest.Builder request) {
        var answer =
                send(request.header("Accept", MediaType.APPLICATION_JSON_VALUE).build());
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw SignInFault.UNAVAILABLE.because("answered " + answer.statusCode());
        }
        return new Answer(answer.statusCode(), parse(answer));
    }

    private JsonNode parse(HttpResponse<byte[]> answer) {
        try {
            var body = json.readTree(new String(answer.body(), charset(answer)));
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            // Its message quotes the body, which may hold a token.
        }
        throw SignInFault.UNAVAILABLE.because(
                "answered " + answer.statusCode() + " with something that is no JSON object");
    }

    /** JSON is UTF-8, whatever is said about it, unless what is said is another character set that exists. */
    private static Charset charset(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("Content-Type")
                    .map(MediaType::parseMediaType)
                    .map(MediaType::getCharset)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var pending = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw SignInFault.UNAVAILABLE.because("did not answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw SignInFault.UNAVAILABLE.because("can't be reached: " + nameOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInFault.UNAVAILABLE.because("interrupted", e);
        }
    }

    private static String nameOf(@Nullable Throwable failure) {
        return failure instanceof IOException ? failure.getClass().getSimpleName() : "unexpected failure";
    }

    /** What a provider answered, if it was a JSON object at all. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }

        /** A code of the provider's for the log: what is not letters, digits and the like is left out, and so are sentences. */
        String code(String member) {
            var text = body.path(member).stringValue("");
            return text.matches("[A-Za-z0-9_.-]{1,40}") ? text : "";
        }

        /** Whether a sentence of the provider's has this word; the sentence itself goes nowhere. */
        boolean mentions(String member, String word) {
            return body.path(member).stringValue("").contains(word);
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }
}
