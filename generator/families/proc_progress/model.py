"""How far each job is: the same table as of the items, its statuses first."""

from __future__ import annotations

from generator.families.proc_items.model import ProcItems


class ProcProgress(ProcItems):
    """ความก้าวหน้าการจัดซื้อจัดจ้าง"""
