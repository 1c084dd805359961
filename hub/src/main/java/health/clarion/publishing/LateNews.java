package health.clarion.publishing;

import health.clarion.publishing.Ledger.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a worker that was frozen past its lease learns when it wakes: what became of its request, while others have gone
 * on without knowing. Nothing changes while another worker holds the delivery: that one finds out by itself.
 */
@Component
class LateNews {

    private final JdbcClient jdbc;

    LateNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part is there after all, and noted as such. Nobody has to look any more: what waited for a person goes on, what
     * was to be taken down is taken down, also when a person had thought it gone, and so is what they had planned again
     * meanwhile.
     */
    void itIsThere(Taken taken) {
        jdbc.sql("""
                with news as (
                    select d.id, d.retract_asked or d.state = 'REFUSED' and exists (
                        select from publishing.delivery other
                        where other.submission = d.submission and other.account = d.account and other.id <> d.id
                          and other.state not in ('RETRACTED', 'REFUSED', 'MISSED', 'RETRACTING')) as unwanted
                    from publishing.delivery d where d.id = :id and d.lease_token is null)
                update publishing.delivery d set retract_asked = unwanted, reason_key = null, reason_arguments = null,
                    state = case when unwanted then 'RETRACTING' else 'PARTLY_SENT' end,
                    next_look_at = clock_timestamp()
                from news where d.id = news.id and d.lease_token is null
                  and (state = 'AWAITING_PERSON'
                    or state = 'RETRACTED' and retract_asked and exists (
                        select from publishing.part p where p.delivery = d.id and p.state = 'SENT')
                    or state = 'REFUSED' and not exists (
                        select from publishing.part p where p.delivery = d.id and p.state <> 'SENT'))
                """).param("id", taken.delivery().id()).update();
    }

    /**
     * The request surely had no effect. Only if no other request for this part ended unknown: then it is certain that
     * the part was never sent, and it waits again instead of a person being asked.
     */
    @Transactional
    void itIsNotThere(Taken taken, int part) {
        int certain = jdbc.sql("""
                update publishing.part p set state = 'WAITING' from publishing.delivery d
                where d.id = p.delivery and p.delivery = :id and p.number = :part and p.state = 'AMBIGUOUS'
                  and d.state = 'AWAITING_PERSON' and d.lease_token is null
                  and not exists (select from publishing.attempt a
                      where a.delivery = p.delivery and a.part = p.number and a.kind = 'SEND'
                        and (a.ended_at is null or a.outcome in ('AMBIGUOUS', 'CUT_OFF')))
                """)
                .param("id", taken.delivery().id())
                .param("part", part)
                .update();
        if (certain == 1) {
            jdbc.sql("""
                    update publishing.delivery set
                        state = case when retract_asked then 'RETRACTING'
                            when :part = 0 then 'SCHEDULED' else 'PARTLY_SENT' end,
                        reason_key = null, reason_arguments = null, next_look_at = clock_timestamp()
                    where id = :id and state = 'AWAITING_PERSON'
                    """).param("id", taken.delivery().id()).param("part", part).update();
        }
    }
}
