create index revision_author on revision (author);
