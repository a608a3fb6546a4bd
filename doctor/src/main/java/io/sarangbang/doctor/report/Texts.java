package io.sarangbang.doctor.report;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of the report, in Korean or English. {name} in them stands for a finding's parameter. */
public final class Texts {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle causes;
    private final ResourceBundle words;

    public Texts(Locale locale) {
        var exactly = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.causes = ResourceBundle.getBundle("io.sarangbang.doctor.report.causes", locale, exactly);
        this.words = ResourceBundle.getBundle("io.sarangbang.doctor.report.words", locale, exactly);
    }

    /** What is wrong. */
    String wrong(Finding finding) {
        return cause(finding, "wrong");
    }

    /** What it breaks. */
    String breaks(Finding finding) {
        return cause(finding, "breaks");
    }

    /** What to do. */
    String remedy(Finding finding) {
        return cause(finding, "do");
    }

    String word(String key, Map<String, String> params) {
        return filled(words.getString(key), params);
    }

    String word(String key) {
        return words.getString(key);
    }

    private String cause(Finding finding, String part) {
        return filled(causes.getString(finding.code() + "." + part), finding.params());
    }

    private static String filled(String text, Map<String, String> params) {
        return PARAMETER.matcher(text).replaceAll(it -> java.util.regex.Matcher.quoteReplacement(value(it, params)));
    }

    private static String value(MatchResult parameter, Map<String, String> params) {
        return params.getOrDefault(parameter.group(1), parameter.group());
    }
}
