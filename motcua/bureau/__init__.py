"""Bureau: the office's own work beside the counter: monitoring of law enforcement («công việc nội bộ của cơ quan»)."""
