"""The wiring: settings, addresses, the policy, worker, scheduler and the `mentorbank` command."""
