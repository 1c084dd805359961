package health.clarion.safeguards.privacy;

import java.util.List;

/** The written form of IPv6 addresses. Source: RFC 4291, 2.2. */
final class Ipv6 {
    private static final int GROUPS = 8;

    private Ipv6() {}

    /** Whether lower-case text is an address that belongs to a machine; the loopback and unspecified ones and multicast do not. */
    static boolean is(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0 || text.startsWith("ff")) {
            return false;
        }
        int head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int tail = gap < 0 ? 0 : groups(text.substring(gap + 2), true);
        if (head < 0 || tail < 0) {
            return false;
        }
        return gap < 0 ? head == GROUPS : head + tail > 0 && head + tail < GROUPS && text.length() >= 6;
    }

    /** How many groups of sixteen bits a part has, an IPv4 address at its end counting two; -1 when it is none. */
    private static int groups(String part, boolean last) {
        if (part.isEmpty()) {
            return 0;
        }
        List<String> groups = List.of(part.split(":", -1));
        int count = 0;
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            boolean dotted = last && i == groups.size() - 1 && group.indexOf('.') > 0;
            if (dotted
                    ? !isIpv4(group)
                    : group.isEmpty() || group.length() > 4 || !group.chars().allMatch(c -> Web.isHex((char) c))) {
                return -1;
            }
            count += dotted ? 2 : 1;
        }
        return count;
    }

    private static boolean isIpv4(String group) {
        String[] parts = group.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty()
                    || part.length() > 3
                    || !part.chars().allMatch(Character::isDigit)
                    || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
