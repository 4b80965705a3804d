"""What breaks while Lineup runs: files, disks, clocks and peers. Nothing may be lost, and each fault is said once."""
