-- What is on its way down does not stand in the way of planning the same words again, as what is down does not.
drop index delivery_once;
create unique index delivery_once on delivery (submission, account)
    where state not in ('RETRACTED', 'RETRACTING', 'REFUSED', 'MISSED');
