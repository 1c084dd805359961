create index campaign_by_owner on campaign (owner);
