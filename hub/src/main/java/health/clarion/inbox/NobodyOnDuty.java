package health.clarion.inbox;

import health.clarion.channels.Reason;
import health.clarion.publishing.PublishingCaution;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Posts bring answers. Publishing at a time when nobody would read them is worth a second thought. */
@Component
class NobodyOnDuty implements PublishingCaution {

    private final Duty duty;

    NobodyOnDuty(Duty duty) {
        this.duty = duty;
    }

    @Override
    public List<Reason> at(Instant due) {
        return duty.at(due).isEmpty() ? List.of(new Reason("inbox.caution.nobody-on-duty", List.of())) : List.of();
    }
}
