package health.clarion.desk;

import health.clarion.channels.Reason;
import health.clarion.people.Member;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.PublishingCaution;
import health.clarion.publishing.Wall;
import health.clarion.ui.Problem;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moving a post on the calendar: all its deliveries of one time together, or none of them. */
@Component
public class Moving {

    /** More accounts than this no post goes to at one time. */
    private static final int MOST = 50;

    private final Deliveries deliveries;
    private final Publishing publishing;
    private final List<PublishingCaution> cautions;

    Moving(Deliveries deliveries, Publishing publishing, List<PublishingCaution> cautions) {
        this.deliveries = deliveries;
        this.publishing = publishing;
        this.cautions = cautions;
    }

    /**
     * Where something was moved.
     *
     * @param before on the mover's clock, to move it back
     * @param clocks what a change of clocks does to the new time
     * @param cautions what speaks against the new time
     */
    public record Moved(Wall before, Wall after, Wall.Clocks clocks, List<Reason> cautions) {}

    /**
     * Moves deliveries to a time on a clock.
     *
     * @throws Problem when one of them is not there for this member, or can't be moved there; then none is
     */
    @Transactional
    public Moved to(List<UUID> ids, LocalDateTime time, ZoneId zone, Member me) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Problem.invalid("desk.move.none");
        }
        Wall wall = new Wall(time, zone);
        Delivery first = visible(ids.getFirst(), me);
        for (UUID id : ids) {
            Delivery delivery = visible(id, me);
            publishing.move(delivery.id(), wall, me);
        }
        return new Moved(
                Wall.of(first.due(), zone),
                wall,
                wall.clocks(),
                cautions.stream()
                        .flatMap(caution -> caution.at(wall.instant()).stream())
                        .toList());
    }

    private Delivery visible(UUID id, Member me) {
        return deliveries
                .find(id)
                .filter(delivery ->
                        me.partnerCampaign().map(delivery.campaign()::equals).orElse(true))
                .orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
    }
}
