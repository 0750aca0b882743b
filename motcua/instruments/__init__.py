"""Wing 3, tools that know nothing of dossiers: files, jobs, notices, papers («giấy tờ»), signatures («chữ ký số»)."""
