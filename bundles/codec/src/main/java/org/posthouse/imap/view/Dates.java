package org.posthouse.imap.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 1-Feb-1994} and {@code " 7-Feb-1994 21:52:25 -0800"} (RFC 9051 §9 date, date-time). */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DATE = Pattern.compile("( ?\\d{1,2})-([A-Za-z]{3})-(\\d{4})");
    private static final Pattern DATE_TIME =
            Pattern.compile("( ?\\d{1,2}-[A-Za-z]{3}-\\d{4}) (\\d{1,2}):(\\d{1,2}):(\\d{1,2}) ([+-])(\\d\\d)(\\d\\d)");

    private Dates() {}

    static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        int month = date.matches() ? MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1 : 0;
        if (month == 0) {
            return Optional.empty();
        }
        try {
            int day = Integer.parseInt(date.group(1).strip());
            return Optional.of(LocalDate.of(Integer.parseInt(date.group(3)), month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<OffsetDateTime> dateTime(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        Optional<LocalDate> date = parts.matches() ? date(parts.group(1)) : Optional.empty();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            int sign = parts.group(5).equals("-") ? -1 : 1;
            ZoneOffset zone = ZoneOffset.ofHoursMinutes(sign * part(parts, 6), sign * part(parts, 7));
            LocalTime time = LocalTime.of(part(parts, 2), part(parts, 3), part(parts, 4));
            return Optional.of(OffsetDateTime.of(date.get(), time, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it has the grammar's length: two places for the day, and for each part of the time. */
    static boolean exact(String dateTime) {
        return dateTime.length() == 26;
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    static String text(LocalDate date) {
        return date.getDayOfMonth() + rest(date);
    }

    static String text(OffsetDateTime time) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String zone = (minutes < 0 ? "-" : "+") + two(Math.abs(minutes) / 60) + two(Math.abs(minutes) % 60);
        String clock = two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
        String day = (time.getDayOfMonth() < 10 ? " " : "") + time.getDayOfMonth();
        return day + rest(time.toLocalDate()) + " " + clock + " " + zone;
    }

    private static String rest(LocalDate date) {
        String month = MONTHS.get(date.getMonthValue() - 1);
        String year = Integer.toString(10_000 + date.getYear()).substring(1);
        return "-" + month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1) + "-" + year;
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    static LocalDate checked(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("year " + date.getYear());
        }
        return date;
    }

    /** Only what the grammar can say: whole seconds, whole minutes of offset, four digits of year. */
    static OffsetDateTime checked(OffsetDateTime time) {
        checked(time.toLocalDate());
        if (time.getNano() != 0 || time.getOffset().getTotalSeconds() % 60 != 0) {
            throw new IllegalArgumentException("finer than a second, or than a minute of offset");
        }
        return time;
    }
}
