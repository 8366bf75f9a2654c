package org.posthouse.imap.view;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/** Immutable numbers without an object for each. */
final class NumberList extends AbstractList<Long> {

    private final long[] numbers;

    private NumberList(long[] numbers) {
        this.numbers = numbers;
    }

    static NumberList copyOf(List<Long> numbers) {
        return numbers instanceof NumberList same
                ? same
                : new NumberList(numbers.stream().mapToLong(Long::longValue).toArray());
    }

    /** All numbers above zero up to a list or the end. */
    static NumberList read(Args args, long most) {
        long[] found = new long[args.left()];
        int count = 0;
        while (args.more() && !args.atList()) {
            found[count++] = args.positive("number", most);
        }
        return new NumberList(count == found.length ? found : Arrays.copyOf(found, count));
    }

    boolean within(long least, long most) {
        for (long number : numbers) {
            if (number < least || number > most) {
                return false;
            }
        }
        return true;
    }

    /** For each, without an object for it. */
    void each(LongConsumer consumer) {
        for (long number : numbers) {
            consumer.accept(number);
        }
    }

    @Override
    public Long get(int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
